package dev.dealsdk;

import dev.dealsdk.internal.json.ExactNumbers;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The value of a deal: an exact amount in major units (euros, not cents), with its currency and period if they are
 * known. Immutable.
 *
 * <p>Trailing zeros are not significant: 12.5 equals 12.50. Amounts are never rounded.
 *
 * @param amount the amount in major units, without trailing zeros after the decimal point
 * @param currency an ISO 4217 code such as {@code USD}; empty if the vendor's deals carry none
 * @param period how often the amount falls due; empty if the vendor does not send it
 */
@Value.Builder
@SdkStyle
public record DealValue(BigDecimal amount, Optional<String> currency, Optional<ValuePeriod> period)
        implements JsonByModule {

    /**
     * Strips trailing zeros. Use {@link #builder()} or {@link #of(String)} to create an instance.
     *
     * @throws IllegalArgumentException if the currency does not have the format of an ISO 4217 code
     */
    public DealValue {
        if (currency.isPresent() && !isCurrencyCode(currency.get())) {
            throw new IllegalArgumentException("currency: \"" + currency.get()
                    + "\" is not an ISO 4217 code such as USD (three upper-case letters)");
        }
        amount = ExactNumbers.strip(amount);
    }

    /**
     * {@return a value without a currency}
     *
     * @param amount a decimal number in major units, such as {@code 1234.56}
     * @throws IllegalArgumentException if {@code amount} is not a decimal number
     */
    public static DealValue of(String amount) {
        return builder().amount(decimal(amount)).build();
    }

    /**
     * {@return a value with a currency}
     *
     * @param amount a decimal number in major units, such as {@code 1234.56}
     * @param currency an ISO 4217 code: three upper-case letters
     * @throws IllegalArgumentException if {@code amount} is not a decimal number, or {@code currency} does not have the
     *     format of a code
     */
    public static DealValue of(String amount, String currency) {
        return builder()
                .amount(decimal(amount))
                .currency(Objects.requireNonNull(currency, "currency"))
                .build();
    }

    /**
     * {@return true if the text has the format of an ISO 4217 code} Does not check that the currency exists.
     *
     * @param text the text to check
     */
    public static boolean isCurrencyCode(String text) {
        return text.length() == 3 && isLetter(text.charAt(0)) && isLetter(text.charAt(1)) && isLetter(text.charAt(2));
    }

    /** {@return a builder in which nothing is set; the amount is mandatory} */
    public static Builder builder() {
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

    /** Builds a {@link DealValue}; not thread-safe. */
    public static final class Builder extends DealValueBuilder {
        Builder() {}
    }
}
