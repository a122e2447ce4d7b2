package dev.dealsdk;

import dev.dealsdk.internal.json.ExactNumbers;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is worth: an exact amount in major units (euros, not cents), with its currency and period where they are
 * known.
 *
 * <p>Trailing zeros carry no meaning: 12.5 equals 12.50. Amounts are never rounded.
 */
public interface DealValue {

    /** {@return the amount in major units, without trailing zeros after the decimal point} */
    BigDecimal amount();

    /** {@return an ISO 4217 code such as {@code USD}; empty where the vendor's deals carry none} */
    Optional<String> currency();

    /** {@return how often the amount falls due; empty where the vendor does not say} */
    Optional<ValuePeriod> period();

    /**
     * {@return an amount without a currency}
     *
     * @param amount a decimal number in major units, such as {@code 1234.56}
     * @throws IllegalArgumentException if the text is not a decimal number
     */
    static DealValue of(String amount) {
        return builder().amount(decimal(amount)).build();
    }

    /**
     * {@return an amount in a currency}
     *
     * @param amount a decimal number in major units, such as {@code 1234.56}
     * @param currency an ISO 4217 code, three upper-case letters
     * @throws IllegalArgumentException if the text is not a decimal number or the code has another form
     */
    static DealValue of(String amount, String currency) {
        return builder().amount(decimal(amount)).currency(currency).build();
    }

    /**
     * {@return whether a text has the form of an ISO 4217 code} Whether there is such a currency is not checked.
     *
     * @param text three upper-case letters, or anything else
     */
    static boolean isCurrencyCode(String text) {
        return text.length() == 3 && isLetter(text.charAt(0)) && isLetter(text.charAt(1)) && isLetter(text.charAt(2));
    }

    /** {@return a builder with nothing set; the amount is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    private static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static BigDecimal decimal(String amount) {
        Objects.requireNonNull(amount, "amount");
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "amount: \"" + amount + "\" is not a decimal number such as 1234.56", notANumber);
        }
    }

    /** Collects the parts of a {@link DealValue}; not thread-safe. */
    final class Builder {
        private @Nullable BigDecimal amount;
        private @Nullable String currency;
        private @Nullable ValuePeriod period;

        Builder() {}

        /**
         * Takes all parts of a value; what it leaves empty stays as it is here.
         *
         * @param value is left as it is
         * @return this builder
         */
        public Builder from(DealValue value) {
            amount = value.amount();
            currency = value.currency().orElse(currency);
            period = value.period().orElse(period);
            return this;
        }

        /**
         * Sets {@link DealValue#amount()}.
         *
         * @param value in major units; zeros at its end are dropped
         * @return this builder
         */
        public Builder amount(BigDecimal value) {
            amount = Objects.requireNonNull(value, "amount");
            return this;
        }

        /**
         * Sets {@link DealValue#currency()}.
         *
         * @param value an ISO 4217 code
         * @return this builder
         */
        public Builder currency(String value) {
            currency = Objects.requireNonNull(value, "currency");
            return this;
        }

        /**
         * Sets or clears {@link DealValue#currency()}.
         *
         * @param value an ISO 4217 code; empty for nothing
         * @return this builder
         */
        public Builder currency(Optional<String> value) {
            currency = value.orElse(null);
            return this;
        }

        /**
         * Sets {@link DealValue#period()}.
         *
         * @param value how often the amount falls due
         * @return this builder
         */
        public Builder period(ValuePeriod value) {
            period = Objects.requireNonNull(value, "period");
            return this;
        }

        /**
         * Sets or clears {@link DealValue#period()}.
         *
         * @param value how often the amount falls due; empty for nothing
         * @return this builder
         */
        public Builder period(Optional<? extends ValuePeriod> value) {
            period = value.orElse(null);
            return this;
        }

        /**
         * {@return a value of what has been set}
         *
         * @throws IllegalArgumentException if the currency has not the form of an ISO 4217 code
         * @throws IllegalStateException if the amount is missing
         */
        public DealValue build() {
            if (amount == null) {
                throw new IllegalStateException(
                        "Cannot build DealValue, some of required attributes are not set [amount]");
            }
            if (currency != null && !isCurrencyCode(currency)) {
                throw new IllegalArgumentException("currency: \"" + currency
                        + "\" is not an ISO 4217 code such as USD (three upper-case letters)");
            }
            return new DealValueData(ExactNumbers.strip(amount), currency, period);
        }
    }
}
