package dev.dealsdk.stora;

import dev.dealsdk.spi.VendorDeal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stora sends it [docs: show-a-deal]. Samples alone document it: every field but the id may be missing or
 * null (inferred).
 *
 * @param id {@code deal_...}
 * @param name its title
 * @param status {@code open}, {@code won} or {@code lost} in the samples; any other word is passed on
 * @param contact the person it is made with: {@code con_...}
 * @param assignee the member of staff in charge: {@code staff_...}
 * @param creator {@code staff_...}, {@code app_...} for an application, or {@code tok_...} for an access token
 *     (inferred)
 * @param stage where it is in the pipeline; won and lost deals stay in their stage
 * @param site the place it is about: {@code site_...}
 * @param lineItems what it is about, in Stora's order, which is not that of the request
 * @param lostReason why it was lost, as a word of Stora's list
 * @param valueEstimate prose such as {@code £50 per month}; equal to the note wherever both are shown (inferred to
 *     mirror it)
 * @param note prose, shown as the deal value estimate in Backoffice
 * @param metadata the account's own fields: texts as documented [guide: metadata]; another value is passed on
 * @param startsAt the move-in date as sent: a date with a time by a sample of the webhooks, null in all others
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param rest what Stora sent that is not documented, or not of the documented type, under its names
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
