package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /v1/deals/:id/close} [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealClose {

    /** {@return {@code won} or {@code lost}} */
    String result();

    /**
     * {@return what a won deal was sold for, in major units (inferred); its effect on the deal's value is not
     * documented}
     */
    Optional<BigDecimal> finalValue();

    /** {@return why a deal was lost: free text, required when the result is {@code lost}} */
    Optional<String> lossReason();

    /** {@return a remark about the closing; empty for none} */
    Optional<String> note();

    /** {@return a builder with nothing set; the result is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealClose}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealClose.Builder {
        Builder() {}
    }
}
