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
 * The body of {@code PATCH /v1/deals/:id}. Only fields that are set are sent. The page shows {@code value} and {@code
 * priority}; the other fields are those of create (inferred).
 *
 * @param name the new title
 * @param value the new amount in major units (inferred)
 * @param contactName the new name of the contact, as plain text
 * @param contactEmail the new e-mail address of the contact, as plain text
 * @param company the new name of the company, as plain text
 * @param ownerId a UUID: the new sales representative
 * @param expectedCloseDate the new day on which the deal is expected to close, sent as {@code YYYY-MM-DD}
 * @param priority {@code high}, {@code medium} or {@code low}
 * @param leadId a UUID: the lead from which the deal originates
 * @param customFields the custom fields to set; not sent if empty. Whether they replace the custom fields of the deal
 *     or are merged into them is not documented.
 * @param tags the complete new list of tags (inferred); an empty list removes all of them
 * @param nulls the names of fields to send as null, such as {@code expected_close_date}; none by default. Whether null
 *     clears a field is not documented.
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

    /** {@return a builder in which nothing is set; fields that are not set are not sent} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Play2SellDealUpdate}; not thread-safe. */
    public static final class Builder extends Play2SellDealUpdateBuilder {
        Builder() {}
    }
}
