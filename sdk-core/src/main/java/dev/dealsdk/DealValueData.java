package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link DealValue}; written by hand, since most deals of a page have one. */
final class DealValueData implements DealValue {
    private final BigDecimal amount;
    private final @Nullable String currency;
    private final @Nullable ValuePeriod period;

    DealValueData(BigDecimal amount, @Nullable String currency, @Nullable ValuePeriod period) {
        this.amount = amount;
        this.currency = currency;
        this.period = period;
    }

    @Override
    public BigDecimal amount() {
        return amount;
    }

    @Override
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    @Override
    public Optional<ValuePeriod> period() {
        return Optional.ofNullable(period);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DealValueData value
                && amount.equals(value.amount)
                && Objects.equals(currency, value.currency)
                && period == value.period;
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, currency, period);
    }

    @Override
    public String toString() {
        return "DealValue{amount=" + amount + (currency == null ? "" : ", currency=" + currency)
                + (period == null ? "" : ", period=" + period) + '}';
    }
}
