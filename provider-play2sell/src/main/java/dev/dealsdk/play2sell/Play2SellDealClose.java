package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /v1/deals/:id/close} [docs: sales].
 *
 * @param result {@code won} or {@code lost}
 * @param finalValue the amount for which a won deal was sold, in major units (inferred); its effect on the deal's value
 *     is not documented
 * @param lossReason why a deal was lost: free text, required if the result is {@code lost}
 * @param note a note about the closing; empty for none
 */
@Value.Builder
@WireStyle
public record Play2SellDealClose(
        String result, Optional<BigDecimal> finalValue, Optional<String> lossReason, Optional<String> note) {

    /** {@return a builder in which nothing is set; the result is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Play2SellDealClose}; not thread-safe. */
    public static final class Builder extends Play2SellDealCloseBuilder {
        Builder() {}
    }
}
