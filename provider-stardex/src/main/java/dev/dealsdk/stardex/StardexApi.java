package dev.dealsdk.stardex;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.RetrySafety;
import dev.dealsdk.spi.VendorRequest;
import java.util.List;
import java.util.Optional;

/**
 * The API of Stardex's deals, with one method for each endpoint that Stardex names, under Stardex's own names.
 *
 * <p>Obtain an instance from {@code DealsClient.unwrap(StardexApi.class)}. It uses the authentication, retries and
 * exceptions of that client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} on failure. Safe for
 * use by multiple threads.
 */
public final class StardexApi {
    static final String VERSION = "v1";

    private final HttpTransport http;
    private final CallScope call;

    /**
     * @param call the scope of each request
     */
    StardexApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code POST /v1/deals}: creates a deal [docs: create-deal]. Stardex documents no idempotency, so the request is
     * not retried once Stardex may have received it.
     *
     * @param deal the fields of the deal
     * @return a part of the new deal; which fields it lacks is not documented
     */
    public StardexDeal createDeal(StardexDealCreate deal) {
        VendorRequest request = VendorRequest.post(VERSION, "deals").json(json -> StardexWriter.create(json, deal));
        return http.send(call, request, StardexReader::envelope);
    }

    /**
     * {@code PATCH /v1/deals/{id}}: changes the fields that are set and leaves all others unchanged [docs:
     * update-deal].
     *
     * <p>An update of the status is a move, and the effects of a second move are not documented. If Stardex may have
     * received such an update, the deal is searched to check its status before the update is retried. If the update
     * contains other fields as well, the status alone does not prove that it was applied, and it is not retried.
     *
     * @param id the id of the deal
     * @param update the fields to set
     * @return Stardex's message, such as {@code Deal updated successfully}, because Stardex does not return the deal;
     *     empty if the response was lost and a search showed the new status
     */
    public String updateDeal(String id, StardexDealUpdate update) {
        return update(id, update).message();
    }

    /** Does the same, and returns the deal if it had to be searched. */
    StardexUpdated update(String id, StardexDealUpdate update) {
        VendorRequest request =
                VendorRequest.patch(VERSION, "deals", id).about(id).json(json -> StardexWriter.update(json, update));
        JsonDecoder<StardexUpdated> decoder = json -> StardexUpdated.said(StardexReader.message(json));
        Optional<String> statusId = update.dealStatusId();
        if (statusId.isEmpty()) {
            return http.send(call, request, decoder);
        }
        if (!update.equals(StardexDealUpdate.builder().dealStatusId(statusId).build())) {
            // The status of the deal would tell nothing of the other fields.
            return http.send(call, request.retry(RetrySafety.VERIFY_FIRST), decoder);
        }
        ReadBack<StardexUpdated> readBack = ReadBack.of(within -> new StardexApi(http, within).found(id))
                .shows(StardexUpdated::statusId, statusId.get());
        return http.sendTransition(call, request, decoder, readBack);
    }

    /**
     * {@code POST /v1/deals/search}: searches deals [docs: search-deals]. This is the only call that reads deals.
     *
     * @param query filters, order and position
     * @return one page
     */
    public StardexDealPage searchDeals(StardexDealQuery query) {
        return http.send(call, search(query), StardexReader::page);
    }

    /**
     * {@code GET /v1/deals/statuses}: lists the statuses of deals. Not documented: Stardex names a call "List deal
     * statuses" [docs: create-deal], whose path and response are inferred from {@code GET /v1/jobs/statuses} [docs:
     * update-job].
     *
     * @return all statuses of the organization
     */
    public List<StardexStatus> listDealStatuses() {
        return http.send(call, VendorRequest.get(VERSION, "deals", "statuses"), StardexReader::statuses);
    }

    /**
     * Sends a request to any path, for endpoints that the SDK does not support:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("v1", "jobs", "statuses"))
     * }</pre>
     *
     * @param request a request whose path starts with the version
     * @return the JSON of the response as String, Boolean, BigDecimal, List and Map; empty if it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return http.sendRaw(call, request);
    }

    /** Searches one deal by its id, because no call reads a single deal. */
    StardexDealPage searchDeal(String id) {
        return http.send(call, search(StardexQueries.byId(id)).about(id), StardexReader::page);
    }

    private static VendorRequest search(StardexDealQuery query) {
        return VendorRequest.post(VERSION, "deals", "search").asRead().json(json -> StardexWriter.search(json, query));
    }

    private StardexUpdated found(String id) {
        return new StardexUpdated("", StardexQueries.found(id, searchDeal(id)));
    }
}
