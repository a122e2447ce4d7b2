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
 * @param name the title; no maximum length is documented
 * @param value an amount in major units (inferred); no range is documented
 * @param stageId a UUID; by default, the first stage
 * @param contactName the name of the contact, as plain text
 * @param contactEmail the e-mail address of the contact, as plain text
 * @param company the name of the company, as plain text
 * @param ownerId a UUID: the sales representative to assign; the default is not documented
 * @param expectedCloseDate the day on which the deal is expected to close, sent as {@code YYYY-MM-DD}
 * @param priority {@code high}, {@code medium} (the default) or {@code low}
 * @param leadId a UUID: the lead from which the deal originates
 * @param customFields the custom fields of the account, with values as JDK types; not sent if empty
 * @param tags the tags of the deal; not sent if empty
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

    /** {@return a builder in which nothing is set; name and value are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Play2SellDealCreate}; not thread-safe. */
    public static final class Builder extends Play2SellDealCreateBuilder {
        Builder() {}
    }
}
