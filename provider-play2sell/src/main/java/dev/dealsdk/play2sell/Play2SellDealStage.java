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

    /** {@return a UUID} */
    Optional<String> id();

    /** {@return what the account calls it} */
    Optional<String> name();

    /** {@return the percentage, 0 to 100, of its deals that are expected to be won} */
    Optional<BigDecimal> probability();

    /**
     * {@return what Play2Sell sent that is not documented, or not of the documented type, under its names; empty when
     * there is nothing}
     */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealStage}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealStage.Builder {
        Builder() {}
    }
}
