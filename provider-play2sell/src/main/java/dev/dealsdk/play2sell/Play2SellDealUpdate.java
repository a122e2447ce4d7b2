package dev.dealsdk.play2sell;

import dev.dealsdk.spi.AllowNulls;
import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/deals/:id}: only what is set is sent. The page shows {@code value} and {@code priority}; the
 * other fields are those of create (inferred).
 *
 * @param name the new title
 * @param value the new amount in major units (inferred)
 * @param contactName the contact's new name, as plain text
 * @param contactEmail the contact's new e-mail address, as plain text
 * @param company the company's new name, as plain text
 * @param ownerId a UUID: the sales representative to assign it to from now on
 * @param expectedCloseDate the new day of expected closing, sent as {@code YYYY-MM-DD}
 * @param priority {@code high}, {@code medium} or {@code low}
 * @param leadId a UUID: the lead the deal comes from
 * @param customFields the account's own fields to set; left out when empty. Whether these replace the deal's custom
 *     fields or are merged into them is not documented.
 * @param tags all tags afterwards (inferred); an empty list takes them all away
 * @param nulls names of fields to send as null, such as {@code expected_close_date}; none by default. Whether that
 *     clears them is not documented.
 */
@Value.Builder
@WireStyle
public record Play2SellDealUpdate(
        Optional<String> name,
        Optional<BigDecimal> value,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<String> company,
        Optional<String> ownerId,
        Optional<LocalDate> expectedCloseDate,
        Optional<String> priority,
        Optional<String> leadId,
        @AllowNulls Map<String, @Nullable Object> customFields,
        Optional<List<String>> tags,
        Set<String> nulls) {

    /** {@return a builder with nothing set; what is not set is not sent} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealUpdate}; not thread-safe. */
    public static final class Builder extends Play2SellDealUpdateBuilder {
        Builder() {}
    }
}
