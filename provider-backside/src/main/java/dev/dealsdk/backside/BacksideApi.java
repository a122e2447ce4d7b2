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
 * Backside's deals API, one method for each documented endpoint, in Backside's own names; and {@link #createDeal}, {@link
 * #updateDeal} and {@link #deleteDeal}, which are <strong>inferred and unverified</strong>: no page of Backside's reference was
 * found for them.
 *
 * <p>Handed out by {@code DealsClient.unwrap(BacksideApi.class)}, with the authentication, retries and failures of that
 * client. Every method blocks, refuses ids that are not UUIDs before anything is sent (those in {@link BacksideDealFields}
 * excepted), and throws a {@link dev.dealsdk.DealsException} when it fails. Thread-safe.
 */
public final class BacksideApi {
    /** The form of all ids [docs: move]. */
    static final IdFormat UUID = IdFormat.uuid("550e8400-e29b-41d4-a716-446655440002");

    private final HttpTransport http;
    private final CallScope call;

    /** @param call what each request belongs to */
    BacksideApi(HttpTransport http, CallScope call) {
        this.http = http;
        this.call = call;
    }

    /**
     * {@code GET /api/v1/deals} [docs: temporal]. Its answer is not documented, nor is how to ask for the next page: see
     * {@link BacksideDealPage}.
     *
     * @param query which deals, as of when
     * @return the deals Backside sends, and whether it says that there are more
     */
    public BacksideDealPage listDeals(BacksideDealQuery query) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals")
                .query("stage_id", query.stageId().map(id -> uuid("stage_id", id)))
                .query("as_of", query.asOf().map(Instant::toString))
                .query("valid_at", query.validAt().map(Instant::toString));
        return http.send(call, request, BacksideReader::page);
    }

    /**
     * {@code GET /api/v1/deals/{id}}: one deal with its contacts and the names of its pipeline and stage [docs: get].
     *
     * @param id a UUID
     * @return the deal as it is; whether a deleted one is found is not documented
     */
    public BacksideDeal getDeal(String id) {
        return http.send(call, deal(id), BacksideReader::deal);
    }

    /**
     * {@code GET /api/v1/deals/{id}} as the system knew the deal then [docs: temporal].
     *
     * @param id a UUID
     * @param asOf Backside answers 410 before what it still remembers (documented of tasks, inferred of deals)
     * @return a past version; whether contacts and names are with it is not documented
     */
    public BacksideDeal getDealAsOf(String id, Instant asOf) {
        return http.send(call, deal(id).query("as_of", asOf.toString()), BacksideReader::deal);
    }

    /**
     * {@code GET /api/v1/deals/{id}} as the system knew then what was valid at another moment [docs: temporal].
     *
     * @param id a UUID
     * @param asOf a moment on the axis of the system's time
     * @param validAt a moment on the axis of valid time
     * @return a past version; whether contacts and names are with it is not documented
     */
    public BacksideDeal getDealAsOf(String id, Instant asOf, Instant validAt) {
        VendorRequest request = deal(id).query("as_of", asOf.toString()).query("valid_at", validAt.toString());
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code POST /api/v1/deals}. <strong>Inferred and unverified</strong>: Backside creates notes and contacts by a POST on
     * their collection, with 201 and the bare object as the response [docs: create-a-note] [docs: quickstart]. It is not
     * repeated once it may have arrived.
     *
     * @param deal what it shall be
     * @return the deal with its id
     */
    public BacksideDeal createDeal(BacksideDealFields deal) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals").json(json -> json.values(deal.json()));
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code PUT /api/v1/deals/{id}}. <strong>Inferred and unverified</strong>: Backside updates events by a PUT whose fields
     * are all optional [docs: update-an-event]. Whether what is left out keeps its value is not documented: change the body
     * of {@link BacksideDealFields#of}, which holds everything as it was read.
     *
     * @param id a UUID
     * @param deal what it shall be
     * @return the deal after the update, without contacts and names
     */
    public BacksideDeal updateDeal(String id, BacksideDealFields deal) {
        VendorRequest request = VendorRequest.put("api", "v1", "deals", uuid("id", id))
                .about(id)
                .json(json -> json.values(deal.json()));
        return http.send(call, request, BacksideReader::deal);
    }

    /**
     * {@code DELETE /api/v1/deals/{id}}. <strong>Inferred and unverified</strong>: a third-party client deletes other records so.
     * The deal keeps its record, with {@code deleted_at} (inferred).
     *
     * @param id a UUID
     */
    public void deleteDeal(String id) {
        http.send(
                call, VendorRequest.delete("api", "v1", "deals", uuid("id", id)).about(id));
    }

    /**
     * {@code POST /api/v1/deals/{id}/move} [docs: move]. Writes an audit entry, so that once it may have arrived, the deal
     * is read before it is repeated. What it does to the closing time and the reasons is not documented.
     *
     * @param id a UUID
     * @param stageId a UUID
     * @return the deal after the move, without contacts and names
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
     * {@code GET /api/v1/deals/{id}/contacts}: all of them at once [docs: list-contacts].
     *
     * @param dealId a UUID
     * @return the contacts linked to the deal, in Backside's order
     */
    public List<BacksideDealContact> listDealContacts(String dealId) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals", uuid("id", dealId), "contacts")
                .about(dealId);
        return http.send(call, request, BacksideReader::contacts);
    }

    /**
     * {@code POST /api/v1/deals/{id}/contacts}: links a contact to a deal [docs: add-contact]. Backside documents no
     * idempotency: it is not repeated once it may have arrived.
     *
     * @param dealId a UUID
     * @param contact which contact, and as what
     * @return the link
     * @throws dev.dealsdk.ConflictException if the contact is linked already (inferred)
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
     * Sends a request to any path, for endpoints the SDK does not know:
     *
     * <pre>{@code
     * api.send(VendorRequest.get("api", "v1", "tenant"))
     * }</pre>
     *
     * @param request a path with what goes with it; {@link VendorRequest} says how each method is repeated
     * @return the JSON of the answer as String, Boolean, BigDecimal, List and Map; empty when it has no body
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
