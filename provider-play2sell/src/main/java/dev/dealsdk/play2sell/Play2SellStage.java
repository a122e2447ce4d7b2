package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A stage of the pipeline [docs: sales]. Nothing marks the stages of closed deals but their names. */
@Value.Immutable
@WireStyle
public interface Play2SellStage {

    /** A UUID. */
    String id();

    Optional<String> name();

    /** From 1 in the sample. */
    Optional<Integer> position();

    /** Percent. */
    Optional<BigDecimal> probability();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellStage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellStage.Builder {
        Builder() {}
    }
}
