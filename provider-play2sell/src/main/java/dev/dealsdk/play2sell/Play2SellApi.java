package dev.dealsdk.play2sell;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.IdFormat;
import dev.dealsdk.spi.JsonWriter;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.util.List;
import java.util.Optional;

/**
 * The API of Play2Sell's deals, with one method for each documented endpoint [docs: sales], under Play2Sell's own
 * names.
 *
 * <p>Obtain an instance from {@code DealsClient.unwrap(Play2SellApi.class)}. It uses the authentication, retries and
 * exceptions of that client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} on failure. Safe for
 * use by multiple threads.
 */
public final class Play2SellApi {
    static final String VERSION = "v1";

    /** The format of all ids [docs: sales]. */
    static final IdFormat UUID = IdFormat.uuid("880e8400-e29b-41d4-a716-446655440000");

    private final HttpTransport http;
    private final CallScope call;

    /**
     * @param call the scope of each request
     */
    Play2SellApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code GET /v1/deals}: fetches one page of deals [docs: sales]. Pages are numbered, so rows can shift between
     * them while deals are added or removed (inferred).
     *
     * @param query filters, order, page number and page size
     * @return the page, with the counters that Play2Sell sends
     */
    public Play2SellDealPage listDeals(Play2SellDealQuery query) {
        VendorRequest request = VendorRequest.get(VERSION, "deals")
                .query("page", query.page().map(Object::toString))
                .query("per_page", query.perPage().map(Object::toString))
                .query("sort", query.sort())
                .query("stage_id", query.stageId())
                .query("owner_id", query.ownerId())
                .query("team_id", query.teamId())
                .query("status", query.status())
                .query("min_value", query.minValue().map(value -> JsonWriter.plain("min_value", value)))
                .query("max_value", query.maxValue().map(value -> JsonWriter.plain("max_value", value)))
                .query("close_date_after", query.closeDateAfter().map(Object::toString))
                .query("close_date_before", query.closeDateBefore().map(Object::toString))
                .query("search", query.search());
        return http.send(call, request, Play2SellReader::page);
    }

    /**
     * {@code GET /v1/deals/:id}: fetches one deal [docs: sales]. That the response contains it as {@code data} is
     * inferred from [docs: overview].
     *
     * @param id the UUID of the deal
     * @return the deal in its current state
     * @throws dev.dealsdk.InvalidRequestException if the id is not a UUID; nothing is sent
     */
    public Play2SellDeal getDeal(String id) {
        return http.send(call, VendorRequest.get(VERSION, "deals", uuid(id)).about(id), Play2SellReader::envelope);
    }

    /**
     * {@code POST /v1/deals}: creates a deal [docs: sales]. Play2Sell documents no idempotency, so the request is not
     * retried once Play2Sell may have received it. That the response contains the deal is inferred from [docs:
     * overview].
     *
     * @param deal the deal to create
     * @return the deal with its id
     */
    public Play2SellDeal createDeal(Play2SellDealCreate deal) {
        VendorRequest request = VendorRequest.post(VERSION, "deals").json(json -> Play2SellWriter.create(json, deal));
        return http.send(call, request, Play2SellReader::envelope);
    }

    /**
     * {@code PATCH /v1/deals/:id}: changes the fields that are set and leaves all others unchanged [docs: sales]. That
     * the response contains the deal is inferred.
     *
     * @param id the UUID of the deal
     * @param update the fields to change
     * @return the updated deal
     * @throws dev.dealsdk.InvalidRequestException if the id is not a UUID; nothing is sent
     */
    public Play2SellDeal updateDeal(String id, Play2SellDealUpdate update) {
        VendorRequest request = VendorRequest.patch(VERSION, "deals", uuid(id))
                .about(id)
                .json(json -> Play2SellWriter.update(json, update));
        return http.send(call, request, Play2SellReader::envelope);
    }

    /**
     * {@code DELETE /v1/deals/:id}: permanently deletes a deal with its history, notes and attachments [docs: sales].
     *
     * @param id the UUID of the deal
     * @throws dev.dealsdk.InvalidRequestException if the id is not a UUID; nothing is sent
     */
    public void deleteDeal(String id) {
        http.send(call, VendorRequest.delete(VERSION, "deals", uuid(id)).about(id));
    }

    /**
     * {@code POST /v1/deals/:id/move}: moves a deal to another stage. It awards points and runs workflows, as a move in
     * the product does [docs: sales]. If Play2Sell may have received the request, the deal is therefore read before the
     * request is retried. A stage may require fields of the deal [docs: faq/sales]; a move to it may then be refused
     * (inferred).
     *
     * @param id the UUID of the deal
     * @param stageId the UUID of the stage
     * @param note a note about the move; empty for none
     * @return the updated deal; that the response contains it is inferred
     * @throws dev.dealsdk.InvalidRequestException if one of the ids is not a UUID; nothing is sent
     */
    public Play2SellDeal moveDeal(String id, String stageId, Optional<String> note) {
        VendorRequest request = VendorRequest.post(VERSION, "deals", uuid(id), "move")
                .about(id)
                .json(json -> json.value("stage_id", UUID.require("stage_id", stageId, call))
                        .string("note", note));
        // No deal shows a note [docs: sales]: a deal in that stage may have been there before.
        ReadBack<Play2SellDeal> readBack = readBack(id)
                .shows(found -> found.stage().flatMap(Play2SellDealStage::id), stageId)
                .hiding(note);
        return http.sendTransition(call, request, Play2SellReader::envelope, readBack);
    }

    /**
     * {@code POST /v1/deals/:id/close}: closes a deal as won or lost [docs: sales]. In the product, this triggers
     * automations [docs: faq/sales]. If Play2Sell may have received the request, the deal is therefore read before the
     * request is retried.
     *
     * @param id the UUID of the deal
     * @param close the result, and the reason for a loss
     * @return the updated deal; that the response contains it is inferred
     * @throws dev.dealsdk.InvalidRequestException if the id is not a UUID, or a loss has no reason; nothing is sent
     */
    public Play2SellDeal closeDeal(String id, Play2SellDealClose close) {
        if (close.result().equals("lost")
                && close.lossReason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw call.invalid("loss_reason", "is required when the result is lost [docs: sales]");
        }
        VendorRequest request = VendorRequest.post(VERSION, "deals", uuid(id), "close")
                .about(id)
                .json(json -> json.value("result", close.result())
                        .decimal("final_value", close.finalValue())
                        .string("loss_reason", close.lossReason())
                        .string("note", close.note()));
        // The values of the status are those of the list's filter [docs: sales]. No deal of the page shows a final
        // value, a
        // reason or a note, and what a final value does to the value is not stated [docs: sales].
        ReadBack<Play2SellDeal> readBack = readBack(id)
                .shows(Play2SellDeal::status, close.result())
                .hiding(close.finalValue())
                .hiding(close.lossReason())
                .hiding(close.note());
        return http.sendTransition(call, request, Play2SellReader::envelope, readBack);
    }

    /**
     * {@code GET /v1/stages}: lists the stages [docs: sales].
     *
     * @return all stages in pipeline order
     */
    public List<Play2SellStage> listStages() {
        return http.send(call, VendorRequest.get(VERSION, "stages"), Play2SellReader::stages);
    }

    /**
     * Sends a request to any path, for endpoints that the SDK does not support:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("v1", "teams"))
     * }</pre>
     *
     * @param request a request whose path starts with the version
     * @return the JSON of the response as String, Boolean, BigDecimal, List and Map; empty if it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return http.sendRaw(call, request);
    }

    private ReadBack<Play2SellDeal> readBack(String id) {
        return ReadBack.of(within -> new Play2SellApi(http, within).getDeal(id));
    }

    private String uuid(String id) {
        return UUID.require("id", id, call);
    }
}
