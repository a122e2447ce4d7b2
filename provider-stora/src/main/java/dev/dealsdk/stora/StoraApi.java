package dev.dealsdk.stora;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.RetrySafety;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.UUID;

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
 * <p>Every {@code POST} carries an {@code Idempotency-Key}: that of the {@link dev.dealsdk.CallOptions}, or one made for the call.
 * Stora answers a known key for 24 hours with what it answered first, failures included [guide: requests].
 */
public final class StoraApi {
    static final String VERSION = "2025-09";
    private static final String KEY = "Idempotency-Key";

    private final HttpTransport http;
    private final CallScope call;

    /** @param call what each request belongs to */
    StoraApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code GET /2025-09/deals}: one page of deals [docs: list-all-deals].
     *
     * @param page from 1; the first when left out
     * @param limit 1 to 100; 50 when left out
     * @return the page
     */
    public StoraDealPage listDeals(Optional<Integer> page, Optional<Integer> limit) {
        VendorRequest request = VendorRequest.get(VERSION, "deals")
                .query("page", page.map(Object::toString))
                .query("limit", limit.map(Object::toString));
        return http.send(call, request, StoraReader::dealPage);
    }

    /**
     * {@code POST /2025-09/deals}: opens a deal [docs: create-a-deal].
     *
     * @param deal what it shall be
     * @return the new deal, open
     */
    public StoraDeal createDeal(StoraDealCreate deal) {
        VendorRequest request =
                keyed(VendorRequest.post(VERSION, "deals")).json(json -> StoraWriter.create(json, deal));
        return http.send(call, request, StoraReader::dealEnvelope);
    }

    /**
     * {@code GET /2025-09/deals/{deal_id}}: one deal [docs: show-a-deal].
     *
     * @param id {@code deal_...}
     * @param expand what to inline
     * @return the deal
     */
    public StoraDeal showDeal(String id, String... expand) {
        VendorRequest request = VendorRequest.get(VERSION, "deals", id(id)).about(id);
        return http.send(call, expanded(request, expand), StoraReader::dealEnvelope);
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
     * @param expand what to inline
     * @return the deal afterwards
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
     * @param lostReason a word of Stora's list, of which {@code accessibility_concern}, {@code better_deal_elsewhere},
     *     {@code chose_competitor} and {@code price_concerns} are known; the list is longer
     * @param expand what to inline
     * @return the deal afterwards
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
     * {@code POST /2025-09/deals/{deal_id}/reopen}: opens a closed deal again [docs: reopen-a-deal].
     *
     * @param id {@code deal_...}
     * @param reopen where it goes on, and with whom
     * @param expand what to inline
     * @return the deal afterwards
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
     * {@code GET /2025-09/deals/stages}: one page of stages, the newest first unless told otherwise [docs:
     * list-all-stages].
     *
     * @param query which page, and in which order
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
     * {@code GET /2025-09/deals/stages/{stage_id}}: one stage [docs: show-a-deal-stage].
     *
     * @param stageId {@code dstg_...}
     * @return the stage
     */
    public StoraStage showDealStage(String stageId) {
        String id = StoraIds.STAGE.require("stage_id", stageId, call);
        return http.send(call, VendorRequest.get(VERSION, "deals", "stages", id), StoraReader::stageEnvelope);
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
        return http.sendRaw(call, request);
    }

    /** Under its key Stora would answer a failure again [guide: requests]: what had no effect gets a new one. */
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

    /** The id is checked: with {@code stages} it would be another endpoint. */
    private String id(String id) {
        return StoraIds.DEAL.require("id", id, call);
    }
}
