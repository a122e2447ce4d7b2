package dev.dealsdk.stora;

import dev.dealsdk.spi.VendorDeal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stora sends it [docs: show-a-deal]. It is documented only by samples: every field except the id may be
 * missing or null (inferred).
 *
 * @param id {@code deal_...}
 * @param name the title
 * @param status {@code open}, {@code won} or {@code lost} in the samples; any other word is passed on
 * @param contact the contact of the deal: {@code con_...}
 * @param assignee the staff member who is responsible: {@code staff_...}
 * @param creator {@code staff_...}, {@code app_...} for an application, or {@code tok_...} for an access token
 *     (inferred)
 * @param stage the stage in the pipeline; won and lost deals stay in their stage
 * @param site the site of the deal: {@code site_...}
 * @param lineItems the line items in Stora's order, which is not that of the request
 * @param lostReason why the deal was lost, as a word of Stora's list
 * @param valueEstimate prose such as {@code £50 per month}; equal to the note wherever both are shown (inferred to
 *     mirror it)
 * @param note prose, shown as the deal value estimate in Backoffice
 * @param metadata the custom fields of the account: texts as documented [guide: metadata]; any other value is passed on
 * @param startsAt the move-in date as sent: a date with a time in a sample of the webhooks, null in all others
 * @param createdAt the time at which the deal was created
 * @param updatedAt the time of the last change
 * @param rest fields that are not documented, or do not have the documented type, under Stora's names
 */
public record StoraDeal(
        String id,
        Optional<String> name,
        Optional<String> status,
        Optional<StoraRef> contact,
        Optional<StoraRef> assignee,
        Optional<StoraRef> creator,
        Optional<StoraDealStage> stage,
        Optional<StoraRef> site,
        List<StoraLineItem> lineItems,
        Optional<String> lostReason,
        Optional<String> valueEstimate,
        Optional<String> note,
        Map<String, @Nullable Object> metadata,
        Optional<String> startsAt,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Map<String, @Nullable Object> rest)
        implements VendorDeal {
    @Override
    public Optional<String> dealId() {
        return Optional.of(id);
    }
}
