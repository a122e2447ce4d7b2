package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The stage as it is nested in a deal: without a position [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealStage {

    /** A UUID. */
    Optional<String> id();

    Optional<String> name();

    /** Percent. */
    Optional<BigDecimal> probability();

    /** What Play2Sell sent that is not documented, or not of the documented type, under its names. */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealStage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealStage.Builder {
        Builder() {}
    }
}
