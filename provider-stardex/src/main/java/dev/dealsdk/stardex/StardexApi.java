package dev.dealsdk.stardex;

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
    private final StardexCalls calls;

    StardexApi(StardexCalls calls) {
        this.calls = calls;
    }

    /**
     * {@code POST /v1/deals} [docs: create-deal]. Stardex documents no idempotency: it is not repeated once it may have
     * arrived.
     *
     * @param deal its fields
     * @return a part of the new deal: which fields are left out is not documented
     */
    public StardexDeal createDeal(StardexDealCreate deal) {
        return calls.createDeal(deal).execute();
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
     *     its answer was lost and a search showed the new status
     */
    public String updateDeal(String id, StardexDealUpdate update) {
        return calls.updateDeal(id, update).map(StardexUpdated::message).execute();
    }

    /**
     * {@code POST /v1/deals/search} [docs: search-deals], the only call that reads deals.
     *
     * @param query conditions, order and place
     * @return one page
     */
    public StardexDealPage searchDeals(StardexDealQuery query) {
        return calls.searchDeals(query).execute();
    }

    /**
     * {@code GET /v1/deals/statuses}: not documented. Stardex names a call "List deal statuses" [docs: create-deal]; its path
     * and answer are inferred from {@code GET /v1/jobs/statuses} [docs: update-job].
     *
     * @return all statuses of the organization
     */
    public List<StardexStatus> listDealStatuses() {
        return calls.listDealStatuses().execute();
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
        return calls.send(request).execute();
    }
}
