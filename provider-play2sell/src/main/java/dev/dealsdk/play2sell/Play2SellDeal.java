package dev.dealsdk.play2sell;

import dev.dealsdk.spi.VendorDeal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Play2Sell sends it. It is documented only by a sample [docs: sales]: every field except the id may be
 * missing or null (inferred).
 *
 * @param id a UUID
 * @param name the title of the deal
 * @param value an amount in major units (inferred); Play2Sell has no currencies [docs: sales]
 * @param stage the current stage; nested here, but an id in requests
 * @param status {@code open}, {@code won} or {@code lost}, from the filter of the list; any other word is passed on
 * @param contactName the name of the contact, as plain text and not as a reference
 * @param contactEmail the e-mail address of the contact, as plain text and not as a reference
 * @param company the name of the company, as plain text and not as a reference
 * @param ownerId a UUID: the assigned sales representative
 * @param expectedCloseDate the day on which the deal is expected to close, sent as {@code YYYY-MM-DD}; its time zone is
 *     not documented
 * @param priority {@code high}, {@code medium} or {@code low}; any other word is passed on
 * @param leadId a UUID: the lead from which the deal originates
 * @param customFields the custom fields of the account, with values as JDK types; texts in the sample; empty if there
 *     are none
 * @param tags the tags of the deal; empty if there are none
 * @param createdAt the time at which the deal was created
 * @param updatedAt the time of the last change
 * @param rest fields that are not documented, or do not have the documented type, under Play2Sell's names; empty if
 *     there are none
 */
public record Play2SellDeal(
        String id,
        Optional<String> name,
        Optional<BigDecimal> value,
        Optional<Play2SellDealStage> stage,
        Optional<String> status,
        Optional<String> contactName,
        Optional<String> contactEmail,
        Optional<String> company,
        Optional<String> ownerId,
        Optional<LocalDate> expectedCloseDate,
        Optional<String> priority,
        Optional<String> leadId,
        Map<String, @Nullable Object> customFields,
        List<String> tags,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest)
        implements VendorDeal {
    @Override
    public Optional<String> dealId() {
        return Optional.of(id);
    }
}
