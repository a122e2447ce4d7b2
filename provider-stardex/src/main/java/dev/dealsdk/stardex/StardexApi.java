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
 * Stardex's deals API, one method for each endpoint that Stardex names, in Stardex's own names.
 *
 * <p>Handed out by {@code DealsClient.unwrap(StardexApi.class)}, with the authentication, retries and failures of that
 * client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} when it fails. Thread-safe.
 */
public final class StardexApi {
    static final String VERSION = "v1";

    private final HttpTransport http;
    private final CallScope call;

    /** @param call what each request belongs to */
    StardexApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code POST /v1/deals} [docs: create-deal]. Stardex documents no idempotency: it is not repeated once it may have
     * arrived.
     *
     * @param deal its fields
     * @return a part of the new deal: which fields are left out is not documented
     */
    public StardexDeal createDeal(StardexDealCreate deal) {
        VendorRequest request = VendorRequest.post(VERSION, "deals").json(json -> StardexWriter.create(json, deal));
        return http.send(call, request, StardexReader::envelope);
    }

    /**
     * {@code PATCH /v1/deals/{id}} [docs: update-deal]: changes what is set, leaves the rest alone. An update of the status
     * is a move, and not just repeated once it may have arrived, since nothing says what a second one sets off: the deal is
     * searched first, to see its status. With other fields in the same update that would tell too little, and nothing is
     * repeated.
     *
     * @param id of the deal
     * @param update the fields to set
     * @return what Stardex says of it, such as {@code Deal updated successfully}, as it does not send the deal; empty when
     *     its response was lost and a search showed the new status
     */
    public String updateDeal(String id, StardexDealUpdate update) {
        return update(id, update).message();
    }

    /** The same, with the deal if it had to be searched. */
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
     * {@code POST /v1/deals/search} [docs: search-deals], the only call that reads deals.
     *
     * @param query conditions, order and place
     * @return one page
     */
    public StardexDealPage searchDeals(StardexDealQuery query) {
        return http.send(call, search(query), StardexReader::page);
    }

    /**
     * {@code GET /v1/deals/statuses}: not documented. Stardex names a call "List deal statuses" [docs: create-deal]; its path
     * and answer are inferred from {@code GET /v1/jobs/statuses} [docs: update-job].
     *
     * @return all statuses of the organization
     */
    public List<StardexStatus> listDealStatuses() {
        return http.send(call, VendorRequest.get(VERSION, "deals", "statuses"), StardexReader::statuses);
    }

    /**
     * Sends a request to any path, for endpoints the SDK does not know:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("v1", "jobs", "statuses"))
     * }</pre>
     *
     * @param request the path without the host, and what else there is to it
     * @return the JSON of the answer as String, Boolean, BigDecimal, List and Map; empty when it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return http.sendRaw(call, request);
    }

    /** The search that stands for reading one deal. */
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
