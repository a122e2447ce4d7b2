package dev.dealsdk.play2sell;

import dev.dealsdk.spi.VendorRequest;
import java.util.List;
import java.util.Optional;

/**
 * Play2Sell's deals API, one method for each documented endpoint [docs: sales], in Play2Sell's own names.
 *
 * <p>Handed out by {@code DealsClient.unwrap(Play2SellApi.class)}, with the authentication, retries and failures of that
 * client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} when it fails. Thread-safe.
 */
public final class Play2SellApi {
    private final Play2SellCalls calls;

    Play2SellApi(Play2SellCalls calls) {
        this.calls = calls;
    }

    /**
     * {@code GET /v1/deals}: one page of deals [docs: sales]. Pages are numbered, so that rows can shift between them
     * while deals come and go (inferred).
     *
     * @param query filters, order, page number and page size
     * @return the page, with its counts where Play2Sell sends them
     */
    public Play2SellDealPage listDeals(Play2SellDealQuery query) {
        return calls.listDeals(query).execute();
    }

    /**
     * {@code GET /v1/deals/:id}: one deal [docs: sales]; that the answer holds it as {@code data} is inferred from
     * [docs: overview].
     *
     * @param id the deal's UUID
     * @return the deal as it is now
     * @throws dev.dealsdk.InvalidRequestException if the id is no UUID; nothing is sent
     */
    public Play2SellDeal getDeal(String id) {
        return calls.getDeal(id).execute();
    }

    /**
     * {@code POST /v1/deals} [docs: sales]. Play2Sell documents no idempotency: it is not repeated once it may have
     * arrived. That the answer holds the deal is inferred from [docs: overview].
     *
     * @param deal what it shall be
     * @return the deal with its id
     */
    public Play2SellDeal createDeal(Play2SellDealCreate deal) {
        return calls.createDeal(deal).execute();
    }

    /**
     * {@code PATCH /v1/deals/:id}: changes what is set, leaves the rest alone [docs: sales]. That the answer holds the
     * deal is inferred.
     *
     * @param id the deal's UUID
     * @param update what to change
     * @return the deal as it is now
     * @throws dev.dealsdk.InvalidRequestException if the id is no UUID; nothing is sent
     */
    public Play2SellDeal updateDeal(String id, Play2SellDealUpdate update) {
        return calls.updateDeal(id, update).execute();
    }

    /**
     * {@code DELETE /v1/deals/:id}: for good, with the deal's history, notes and attachments [docs: sales].
     *
     * @param id the deal's UUID
     * @throws dev.dealsdk.InvalidRequestException if the id is no UUID; nothing is sent
     */
    public void deleteDeal(String id) {
        calls.deleteDeal(id).execute();
    }

    /**
     * {@code POST /v1/deals/:id/move}. Awards points and runs workflows as a move in the product does [docs: sales], so
     * that once it may have arrived, the deal is read before it is repeated. A stage may demand fields of the deal [docs:
     * faq/sales]; a move into it may then be refused (inferred).
     *
     * @param id the deal's UUID
     * @param stageId the UUID of the stage
     * @param note a remark about the move, if there is one to make
     * @return the deal as it is now; that the answer holds it is inferred
     * @throws dev.dealsdk.InvalidRequestException if one of the ids is no UUID; nothing is sent
     */
    public Play2SellDeal moveDeal(String id, String stageId, Optional<String> note) {
        return calls.moveDeal(id, stageId, note).execute();
    }

    /**
     * {@code POST /v1/deals/:id/close}: as won or as lost [docs: sales]. In the product this fires automations [docs:
     * faq/sales], so that once it may have arrived, the deal is read before it is repeated.
     *
     * @param id the deal's UUID
     * @param close the result, and the reason for a loss
     * @return the deal as it is now; that the answer holds it is inferred
     * @throws dev.dealsdk.InvalidRequestException if the id is no UUID, or a loss has no reason; nothing is sent
     */
    public Play2SellDeal closeDeal(String id, Play2SellDealClose close) {
        return calls.closeDeal(id, close).execute();
    }

    /**
     * {@code GET /v1/stages} [docs: sales].
     *
     * @return all stages in pipeline order
     */
    public List<Play2SellStage> listStages() {
        return calls.listStages().execute();
    }

    /**
     * Sends a request to any path, for endpoints the SDK does not know:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("v1", "teams"))
     * }</pre>
     *
     * @param request with the version as the first segment of its path
     * @return the JSON of the answer as String, Boolean, BigDecimal, List and Map; empty when it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return calls.send(request).execute();
    }
}
