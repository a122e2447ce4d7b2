package dev.dealsdk.backside;

import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.IdFormat;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The API of Backside's deals, with one method for each documented endpoint, under Backside's own names. {@link
 * #createDeal}, {@link #updateDeal} and {@link #deleteDeal} are <strong>inferred and unverified</strong>: no page of
 * Backside's reference was found for them.
 *
 * <p>Obtain an instance from {@code DealsClient.unwrap(BacksideApi.class)}. It uses the authentication, retries and
 * exceptions of that client. Every method blocks, and throws a {@link dev.dealsdk.DealsException} on failure. Ids that
 * are not UUIDs are refused before anything is sent, except those in {@link BacksideDealFields}. Safe for use by
 * multiple threads.
 */
public final class BacksideApi {
    /** The format of all ids [docs: move]. */
    static final IdFormat UUID = IdFormat.uuid("550e8400-e29b-41d4-a716-446655440002");

    private final HttpTransport http;
    private final CallScope call;

    /**
     * @param call the scope of each request
     */
    BacksideApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code GET /api/v1/deals}: lists deals [docs: temporal]. Neither its response nor how to request the next page is
     * documented: see {@link BacksideDealPage}.
     *
     * @param query the stage, and the time as of which to read
     * @return the deals that Backside sends, and whether there are more
     */
    public BacksideDealPage listDeals(BacksideDealQuery query) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals")
                .query("stage_id", query.stageId().map(id -> uuid("stage_id", id)))
                .query("as_of", query.asOf().map(Instant::toString))
                .query("valid_at", query.validAt().map(Instant::toString));
        return http.send(call, request, BacksideReader::page);
    }

    /**
     * {@code GET /api/v1/deals/{id}}: fetches one deal with its contacts and the names of its pipeline and stage [docs:
     * get].
     *
     * @param id a UUID
     * @return the deal in its current state; whether a deleted deal is found is not documented
     */
    public BacksideDeal getDeal(String id) {
        return http.send(call, deal(id), BacksideReader::deal);
    }

    /**
     * {@code GET /api/v1/deals/{id}}: fetches a deal as the system recorded it at a given time [docs: temporal].
     *
     * @param id a UUID
     * @param asOf the time; Backside responds with 410 to a time before its retained history (documented for tasks,
     *     inferred for deals)
     * @return a past version; whether it includes contacts and names is not documented
     */
    public BacksideDeal getDealAsOf(String id, Instant asOf) {
        return http.send(call, deal(id).query("as_of", asOf.toString()), BacksideReader::deal);
    }

    /**
     * {@code GET /api/v1/deals/{id}}: fetches a deal as the system recorded, at one time, what was valid at another
     * time [docs: temporal].
     *
     * @param id a UUID
     * @param asOf a time on the axis of system time
     * @param validAt a time on the axis of valid time
     * @return a past version; whether it includes contacts and names is not documented
     */
    public BacksideDeal getDealAsOf(String id, Instant asOf, Instant validAt) {
        VendorRequest request = deal(id).query("as_of", asOf.toString()).query("valid_at", validAt.toString());
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code POST /api/v1/deals}: creates a deal. <strong>Inferred and unverified</strong>: Backside creates notes and
     * contacts with a POST on their collection, and responds with 201 and the bare object [docs: create-a-note] [docs:
     * quickstart]. The request is not retried once Backside may have received it.
     *
     * @param deal the deal to create
     * @return the deal with its id
     */
    public BacksideDeal createDeal(BacksideDealFields deal) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals").json(json -> json.values(deal.json()));
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code PUT /api/v1/deals/{id}}: updates a deal. <strong>Inferred and unverified</strong>: Backside updates events
     * with a PUT whose fields are all optional [docs: update-an-event]. Whether a field that is left out keeps its
     * value is not documented: start with the body of {@link BacksideDealFields#of}, which contains everything as it
     * was read.
     *
     * @param id a UUID
     * @param deal the new fields of the deal
     * @return the updated deal, without contacts and names
     */
    public BacksideDeal updateDeal(String id, BacksideDealFields deal) {
        VendorRequest request = VendorRequest.put("api", "v1", "deals", uuid("id", id))
                .about(id)
                .json(json -> json.values(deal.json()));
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code DELETE /api/v1/deals/{id}}: deletes a deal. <strong>Inferred and unverified</strong>: a third-party client
     * deletes other records in this way. The deal keeps its record, with {@code deleted_at} (inferred).
     *
     * @param id a UUID
     */
    public void deleteDeal(String id) {
        http.send(
                call, VendorRequest.delete("api", "v1", "deals", uuid("id", id)).about(id));
    }

    /**
     * {@code POST /api/v1/deals/{id}/move}: moves a deal to another stage [docs: move]. Backside writes an audit entry
     * for every move. If it may have received the request, the deal is therefore read before the request is retried.
     * The effect on the closing time and the reasons is not documented.
     *
     * @param id a UUID
     * @param stageId a UUID
     * @return the moved deal, without contacts and names
     */
    public BacksideDeal moveDeal(String id, String stageId) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals", uuid("id", id), "move")
                .about(id)
                .json(json -> json.value("stage_id", uuid("stage_id", stageId)));
        ReadBack<BacksideDeal> readBack = ReadBack.<BacksideDeal>of(within -> new BacksideApi(http, within).getDeal(id))
                .shows(BacksideDeal::stageId, stageId);
        return http.sendTransition(call, request, BacksideReader::deal, readBack);
    }

    /**
     * {@code GET /api/v1/deals/{id}/contacts}: lists all contacts of a deal in one response [docs: list-contacts].
     *
     * @param dealId a UUID
     * @return the contacts that are linked to the deal, in Backside's order
     */
    public List<BacksideDealContact> listDealContacts(String dealId) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals", uuid("id", dealId), "contacts")
                .about(dealId);
        return http.send(call, request, BacksideReader::contacts);
    }

    /**
     * {@code POST /api/v1/deals/{id}/contacts}: links a contact to a deal [docs: add-contact]. Backside documents no
     * idempotency, so the request is not retried once Backside may have received it.
     *
     * @param dealId a UUID
     * @param contact the contact and its role
     * @return the link
     * @throws dev.dealsdk.ConflictException if the contact is already linked (inferred)
     */
    public BacksideDealContact addDealContact(String dealId, BacksideDealContactCreate contact) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals", uuid("id", dealId), "contacts")
                .about(dealId)
                .json(json -> {
                    json.value("contact_id", uuid("contact_id", contact.contactId()))
                            .string("introduced_by", contact.introducedBy().map(id -> uuid("introduced_by", id)));
                    contact.isPrimary().ifPresent(primary -> json.value("is_primary", primary));
                    json.string("role", contact.role());
                });
        return http.send(call, request, BacksideReader::contact);
    }

    /**
     * Sends a request to any path, for endpoints that the SDK does not support:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("api", "v1", "tenant"))
     * }</pre>
     *
     * @param request the request, with the complete path; {@link VendorRequest} describes how each method is retried
     * @return the JSON of the response as String, Boolean, BigDecimal, List and Map; empty if it has no body
     */
    public Optional<Object> send(VendorRequest request) {
        return http.sendRaw(call, request);
    }

    private VendorRequest deal(String id) {
        return VendorRequest.get("api", "v1", "deals", uuid("id", id)).about(id);
    }

    private String uuid(String field, String id) {
        return UUID.require(field, id, call);
    }
}
