package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a deal is worth: an exact amount in major units (euros, not cents), with its currency and period where they are
 * known.
 *
 * <p>Trailing zeros carry no meaning: 12.5 equals 12.50. Amounts are never rounded.
 */
@Value.Immutable
@SdkStyle
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
        return text.length() == 3 && text.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }

    /** {@return a builder with nothing set; the amount is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this value without zeros that say nothing, so that equal amounts are equal values} Called by {@link
     * Builder#build()}.
     *
     * @throws IllegalArgumentException if the currency has not the form of an ISO 4217 code
     */
    @Value.Check
    default DealValue normalized() {
        currency().ifPresent(code -> {
            if (!isCurrencyCode(code)) {
                throw new IllegalArgumentException(
                        "currency: \"" + code + "\" is not an ISO 4217 code such as USD (three upper-case letters)");
            }
        });
        BigDecimal stripped = ExactNumbers.strip(amount());
        if (stripped.scale() == amount().scale()) {
            return this;
        }
        return builder().from(this).amount(stripped).build();
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
    final class Builder extends ImmutableDealValue.Builder {
        Builder() {}
    }
}
