package dev.dealsdk.play2sell;

import dev.dealsdk.spi.AllowNulls;
import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/deals} [docs: sales].
 *
 * @param name the title; no limit to its length is documented
 * @param value an amount in major units (inferred); no range is documented
 * @param stageId a UUID; the first stage when left out
 * @param contactName the contact's name, as plain text
 * @param contactEmail the contact's e-mail address, as plain text
 * @param company the company's name, as plain text
 * @param ownerId a UUID: the sales representative to assign it to; whose it is when left out is not documented
 * @param expectedCloseDate the day on which it is expected to close, sent as {@code YYYY-MM-DD}
 * @param priority {@code high}, {@code medium} (when left out) or {@code low}
 * @param leadId a UUID: the lead the deal comes from
 * @param customFields the account's own fields, values as JDK types; left out when empty
 * @param tags the deal's labels; left out when empty
 */
@Value.Builder
@WireStyle
public record Play2SellDealCreate(
        String name,
        BigDecimal value,
        Optional<String> stageId,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<String> company,
        Optional<String> ownerId,
        Optional<LocalDate> expectedCloseDate,
        Optional<String> priority,
        Optional<String> leadId,
        @AllowNulls Map<String, @Nullable Object> customFields,
        List<String> tags) {

    /** {@return a builder with nothing set; name and value are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealCreate}; not thread-safe. */
    public static final class Builder extends Play2SellDealCreateBuilder {
        Builder() {}
    }
}
