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
 * A deal as Play2Sell sends it. Only a sample documents it [docs: sales]: every field but the id may be missing or
 * null (inferred).
 *
 * @param id a UUID
 * @param name the title of the deal
 * @param value an amount in major units (inferred); Play2Sell has no currency anywhere [docs: sales]
 * @param stage the stage it is in, nested here and an id when it is written
 * @param status {@code open}, {@code won} or {@code lost}, from the filter of the list; any other word is passed on
 * @param contactName the contact's name: plain text, not a reference
 * @param contactEmail the contact's e-mail address: plain text, not a reference
 * @param company the company's name: plain text, not a reference
 * @param ownerId a UUID: the assigned sales representative
 * @param expectedCloseDate the day on which it is expected to close, sent as {@code YYYY-MM-DD}; its time zone is not
 *     documented
 * @param priority {@code high}, {@code medium} or {@code low}; any other word is passed on
 * @param leadId a UUID: the lead the deal came from
 * @param customFields the account's own fields, values as JDK types; texts in the sample; empty when there are none
 * @param tags the deal's labels; empty when there are none
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param rest what Play2Sell sent that is not documented, or not of the documented type, under its names; empty when
 *     there is nothing
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
