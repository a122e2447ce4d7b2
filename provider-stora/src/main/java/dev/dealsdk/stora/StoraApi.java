package dev.dealsdk.stora;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.RetrySafety;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * The API of Stora's deals, with one method for each documented endpoint of deals and deal stages, under Stora's own
 * names.
 *
 * <p>Obtain an instance from {@code DealsClient.unwrap(StoraApi.class)}. It uses the authentication, retries and
 * exceptions of that client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} on failure. Safe for
 * use by multiple threads.
 *
 * <p>A parameter {@code expand} lists references that Stora inlines in the response, with dots for nesting. The token
 * needs the read scope of each of them [guide: responses]. Stora does not list their names; likely ones are {@code
 * assignee}, {@code contact}, {@code creator}, {@code line_items.item}, {@code site} and {@code stage} (inferred).
 *
 * <p>Every {@code POST} carries an {@code Idempotency-Key}: that of the {@link dev.dealsdk.CallOptions}, or one that is
 * generated for the call. For 24 hours, Stora replays its first response to a known key, including failures [guide:
 * requests].
 */
public final class StoraApi {
    static final String VERSION = "2025-09";
    private static final String KEY = "Idempotency-Key";

    private final HttpTransport http;
    private final CallScope call;

    /**
     * @param call the scope of each request
     */
    StoraApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code GET /2025-09/deals}: fetches one page of deals [docs: list-all-deals].
     *
     * @param page the page number, from 1; empty for the first page
     * @param limit the page size, 1 to 100; empty for 50
     * @return the page
     */
    public StoraDealPage listDeals(Optional<Integer> page, Optional<Integer> limit) {
        VendorRequest request = VendorRequest.get(VERSION, "deals")
                .query("page", page.map(Object::toString))
                .query("limit", limit.map(Object::toString));
        return http.send(call, request, StoraReader::dealPage);
    }

    /**
     * {@code POST /2025-09/deals}: creates a deal [docs: create-a-deal].
     *
     * @param deal the deal to create
     * @return the new deal, which is open
     */
    public StoraDeal createDeal(StoraDealCreate deal) {
        VendorRequest request =
                keyed(VendorRequest.post(VERSION, "deals")).json(json -> StoraWriter.create(json, deal));
        return http.send(call, request, StoraReader::dealEnvelope);
    }

    /**
     * {@code GET /2025-09/deals/{deal_id}}: fetches one deal [docs: show-a-deal].
     *
     * @param id {@code deal_...}
     * @param expand the references to inline
     * @return the deal
     */
    public StoraDeal showDeal(String id, String... expand) {
        VendorRequest request = VendorRequest.get(VERSION, "deals", id(id)).about(id);
        return http.send(call, expanded(request, expand), StoraReader::dealEnvelope);
    }

    /**
     * {@code PATCH /2025-09/deals/{deal_id}}: changes the fields that are set and leaves all others unchanged [docs:
     * update-a-deal]. Stora documents no idempotency key for this endpoint, so options with a key are refused.
     *
     * @param id {@code deal_...}
     * @param update the fields to change
     * @return the updated deal
     */
    public StoraDeal updateDeal(String id, StoraDealUpdate update) {
        if (call.options().idempotencyKey().isPresent()) {
            throw call.unsupported("idempotencyKey is not supported: Stora takes one with POST alone [guide: requests];"
                    + " leave it out");
        }
        VendorRequest request =
                VendorRequest.patch(VERSION, "deals", id(id)).about(id).json(json -> StoraWriter.update(json, update));
        Optional<String> stage = update.stage();
        if (stage.isEmpty()) {
            return http.send(call, request, StoraReader::dealEnvelope);
        }
        if (!update.equals(StoraDealUpdate.builder().stage(stage).build())) {
            // The stage of the deal would tell nothing of the other fields.
            return http.send(call, request.retry(RetrySafety.VERIFY_FIRST), StoraReader::dealEnvelope);
        }
        return http.sendTransition(
                call, request, StoraReader::dealEnvelope, readBack(id).shows(StoraApi::stageOf, stage.get()));
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/win}: marks a deal as won [docs: win-a-deal].
     *
     * @param id {@code deal_...}
     * @param expand the references to inline
     * @return the updated deal
     */
    public StoraDeal winDeal(String id, String... expand) {
        VendorRequest request =
                keyed(VendorRequest.post(VERSION, "deals", id(id), "win")).about(id);
        return transition(expanded(request, expand), readBack(id, expand).shows(StoraDeal::status, "won"));
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/lose}: marks a deal as lost [docs: lose-a-deal].
     *
     * @param id {@code deal_...}
     * @param lostReason a word of Stora's list. Known words are {@code accessibility_concern}, {@code
     *     better_deal_elsewhere}, {@code chose_competitor} and {@code price_concerns}; the list is longer
     * @param expand the references to inline
     * @return the updated deal
     */
    public StoraDeal loseDeal(String id, String lostReason, String... expand) {
        VendorRequest request = keyed(VendorRequest.post(VERSION, "deals", id(id), "lose"))
                .about(id)
                .json(json -> json.value("lost_reason", lostReason));
        return transition(
                expanded(request, expand),
                readBack(id, expand)
                        .shows(StoraDeal::status, "lost")
                        .carrying(StoraDeal::lostReason, Optional.of(lostReason)));
    }

    /**
     * {@code POST /2025-09/deals/{deal_id}/reopen}: reopens a closed deal [docs: reopen-a-deal].
     *
     * @param id {@code deal_...}
     * @param reopen the stage and the assignee of the reopened deal
     * @param expand the references to inline
     * @return the updated deal
     */
    public StoraDeal reopenDeal(String id, StoraDealReopen reopen, String... expand) {
        VendorRequest request = keyed(VendorRequest.post(VERSION, "deals", id(id), "reopen"))
                .about(id)
                .json(json -> StoraWriter.reopen(json, reopen));
        ReadBack<StoraDeal> reopened = readBack(id, expand)
                .shows(StoraDeal::status, "open")
                .carrying(deal -> deal.assignee().flatMap(StoraRef::id), reopen.assignee());
        return transition(
                expanded(request, expand),
                reopen.stage()
                        .map(stage -> reopened.shows(StoraApi::stageOf, stage))
                        .orElse(reopened));
    }

    /**
     * {@code GET /2025-09/deals/stages}: fetches one page of stages, newest first by default [docs: list-all-stages].
     *
     * @param query the page and the order
     * @return the page
     */
    public StoraStagePage listDealStages(StoraStageQuery query) {
        VendorRequest request = VendorRequest.get(VERSION, "deals", "stages")
                .query("page", query.page().map(Object::toString))
                .query("limit", query.limit().map(Object::toString))
                .query("sort_by", query.sortBy())
                .query("sort_direction", query.sortDirection());
        return http.send(call, request, StoraReader::stagePage);
    }

    /**
     * {@code GET /2025-09/deals/stages/{stage_id}}: fetches one stage [docs: show-a-deal-stage].
     *
     * @param stageId {@code dstg_...}
     * @return the stage
     */
    public StoraStage showDealStage(String stageId) {
        String id = StoraIds.STAGE.require("stage_id", stageId, call);
        return http.send(call, VendorRequest.get(VERSION, "deals", "stages", id), StoraReader::stageEnvelope);
    }

    /**
     * Sends a request to any path, for endpoints that the SDK does not support:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("2025-09", "contacts", "con_0ac0514ed0711462"))
     * }</pre>
     *
     * @param request a request whose path starts with the version
     * @return the JSON of the response as String, Boolean, BigDecimal, List and Map; empty if it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return http.sendRaw(call, request);
    }

    /**
     * Stora would replay a failure under the same key [guide: requests], so a request that had no effect is retried
     * with a new one.
     */
    private StoraDeal transition(VendorRequest request, ReadBack<StoraDeal> readBack) {
        return http.sendTransition(
                call,
                request,
                StoraReader::dealEnvelope,
                readBack.resending(sent -> sent.header(KEY, UUID.randomUUID().toString())));
    }

    private ReadBack<StoraDeal> readBack(String id, String... expand) {
        return ReadBack.of(within -> new StoraApi(http, within).showDeal(id, expand));
    }

    private static Optional<String> stageOf(StoraDeal deal) {
        return deal.stage().flatMap(StoraDealStage::id);
    }

    private VendorRequest keyed(VendorRequest request) {
        return request.header(KEY, call.idempotencyKey()).retry(RetrySafety.IDEMPOTENCY_KEY);
    }

    private static VendorRequest expanded(VendorRequest request, String... expand) {
        return expand.length == 0 ? request : request.query("expand", String.join(",", expand));
    }

    /** Checks the id: {@code stages} would address another endpoint. */
    private String id(String id) {
        return StoraIds.DEAL.require("id", id, call);
    }
}
