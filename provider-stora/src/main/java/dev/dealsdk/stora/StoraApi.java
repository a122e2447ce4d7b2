package dev.dealsdk.stora;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;

/**
 * Stora's deals API, one method for each documented endpoint of deals and deal stages, in Stora's own names.
 *
 * <p>Handed out by {@code DealsClient.unwrap(StoraApi.class)}, with the authentication, retries and failures of that
 * client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} when it fails. Thread-safe.
 *
 * <p>Where a method takes {@code expand}, these references are inlined in the answer, dots for nesting; the token
 * needs the read scope of each [guide: responses]. Stora lists no names; likely are {@code assignee}, {@code contact},
 * {@code creator}, {@code line_items.item}, {@code site} and {@code stage} (inferred).
 *
 * <p>Every {@code POST} carries an {@code Idempotency-Key}: that of the {@link CallOptions}, or one made for the call.
 * Stora answers a known key for 24 hours with what it answered first, failures included [guide: requests].
 */
public final class StoraApi {
    private final StoraCalls calls;

    StoraApi(StoraCalls calls) {
        this.calls = calls;
    }

    /**
     * {@code GET /2025-09/deals}: one page of deals [docs: list-all-deals].
     *
     * @param page from 1; the first when left out
     * @param limit 1 to 100; 50 when left out
     * @return the page
     */
    public StoraDealPage listDeals(Optional<Integer> page, Optional<Integer> limit) {
        return calls.listDeals(page, limit).execute();
    }

    /**
     * {@code POST /2025-09/deals}: opens a deal [docs: create-a-deal].
     *
     * @param deal what it shall be
     * @return the new deal, open
     */
    public StoraDeal createDeal(StoraDealCreate deal) {
        return calls.createDeal(deal).execute();
    }

    /**
     * {@code GET /2025-09/deals/{deal_id}}: one deal [docs: show-a-deal].
     *
     * @param id {@code deal_...}
     * @param expand what to inline
     * @return the deal
     */
    public StoraDeal showDeal(String id, String... expand) {
        return calls.showDeal(id, expand).execute();
    }

    /**
     * {@code PATCH /2025-09/deals/{deal_id}}: changes what is set, leaves the rest alone [docs: update-a-deal]. Stora
     * documents no idempotency key here, so options with one are refused.
     *
     * @param id {@code deal_...}
     * @param update what to change
     * @return the deal afterwards
     */
    public StoraDeal updateDeal(String id, StoraDealUpdate update) {
        return calls.updateDeal(id, update).execute();
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/win}: marks a deal as won [docs: win-a-deal].
     *
     * @param id {@code deal_...}
     * @param expand what to inline
     * @return the deal afterwards
     */
    public StoraDeal winDeal(String id, String... expand) {
        return calls.winDeal(id, expand).execute();
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/lose}: marks a deal as lost [docs: lose-a-deal].
     *
     * @param id {@code deal_...}
     * @param lostReason a word of Stora's list, of which {@code accessibility_concern}, {@code better_deal_elsewhere},
     *     {@code chose_competitor} and {@code price_concerns} are known; the list is longer
     * @param expand what to inline
     * @return the deal afterwards
     */
    public StoraDeal loseDeal(String id, String lostReason, String... expand) {
        return calls.loseDeal(id, lostReason, expand).execute();
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/reopen}: opens a closed deal again [docs: reopen-a-deal].
     *
     * @param id {@code deal_...}
     * @param reopen where it goes on, and with whom
     * @param expand what to inline
     * @return the deal afterwards
     */
    public StoraDeal reopenDeal(String id, StoraDealReopen reopen, String... expand) {
        return calls.reopenDeal(id, reopen, expand).execute();
    }

    /**
     * {@code GET /2025-09/deals/stages}: one page of stages, the newest first unless told otherwise [docs:
     * list-all-stages].
     *
     * @param query which page, and in which order
     * @return the page
     */
    public StoraStagePage listDealStages(StoraStageQuery query) {
        return calls.listDealStages(query).execute();
    }

    /**
     * {@code GET /2025-09/deals/stages/{stage_id}}: one stage [docs: show-a-deal-stage].
     *
     * @param stageId {@code dstg_...}
     * @return the stage
     */
    public StoraStage showDealStage(String stageId) {
        return calls.showDealStage(stageId).execute();
    }

    /**
     * Sends a request to any path, for endpoints the SDK does not know:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("2025-09", "contacts", "con_0ac0514ed0711462"))
     * }</pre>
     *
     * @param request with the version as the first segment of its path
     * @return the JSON of the answer as String, Boolean, BigDecimal, List and Map; empty when it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return calls.send(request).execute();
    }
}
