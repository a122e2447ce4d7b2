package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /v1/deals/:id/close} [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealClose {

    /** {@code won} or {@code lost}. */
    String result();

    /** For won deals; its effect on the deal's value is not documented. */
    Optional<BigDecimal> finalValue();

    /** Required when the result is {@code lost}; free text. */
    Optional<String> lossReason();

    Optional<String> note();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealClose}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealClose.Builder {
        Builder() {}
    }
}
