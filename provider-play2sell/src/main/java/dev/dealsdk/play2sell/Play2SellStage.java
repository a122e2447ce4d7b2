package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A stage of the pipeline [docs: sales]. Nothing marks the stages of closed deals but their names. */
@Value.Immutable
@WireStyle
public interface Play2SellStage {

    /** {@return a UUID} */
    String id();

    /** {@return what the account calls it; administrators rename stages [docs: faq/sales]} */
    Optional<String> name();

    /** {@return the place in the pipeline, from 1 in the sample} */
    Optional<Integer> position();

    /**
     * {@return the percentage, 0 to 100, of its deals that are expected to be won; administrators set it [docs:
     * faq/sales]}
     */
    Optional<BigDecimal> probability();

    /** {@return a builder with nothing set; the id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellStage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellStage.Builder {
        Builder() {}
    }
}
