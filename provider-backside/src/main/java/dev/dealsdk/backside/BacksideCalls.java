package dev.dealsdk.backside;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The requests behind {@link BacksideApi}, which says what each is: one method for each endpoint, none of them sent yet. */
final class BacksideCalls {
    private final HttpTransport http;

    BacksideCalls(HttpTransport http) {
        this.http = http;
    }

    BacksideCalls during(CallScope scope) {
        return new BacksideCalls(http.during(scope));
    }

    BacksideCalls with(CallOptions options) {
        return new BacksideCalls(http.with(options));
    }

    CallScope scope() {
        return http.scope();
    }

    Call<BacksideDealPage> listDeals(BacksideDealQuery query) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals")
                .query("stage_id", query.stageId().map(id -> uuid("stage_id", id)))
                .query("as_of", query.asOf().map(Instant::toString))
                .query("valid_at", query.validAt().map(Instant::toString));
        return http.send(request, BacksideReader::page);
    }

    Call<BacksideDeal> getDeal(String id) {
        return http.send(deal(id), BacksideReader::deal);
    }

    Call<BacksideDeal> getDealAsOf(String id, Instant asOf) {
        return http.send(deal(id).query("as_of", asOf.toString()), BacksideReader::deal);
    }

    Call<BacksideDeal> getDealAsOf(String id, Instant asOf, Instant validAt) {
        VendorRequest request = deal(id).query("as_of", asOf.toString()).query("valid_at", validAt.toString());
        return http.send(request, BacksideReader::deal);
    }

    Call<BacksideDeal> moveDeal(String id, String stageId) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals", uuid("id", id), "move")
                .json(json -> json.value("stage_id", uuid("stage_id", stageId)));
        CallScope call = scope();
        ReadBack<BacksideDeal> readBack =
                ReadBack.of(() -> during(call).getDeal(id)).shows(BacksideDeal::stageId, stageId);
        return http.during(call).sendTransition(request, BacksideReader::deal, readBack);
    }

    Call<List<BacksideDealContact>> listDealContacts(String dealId) {
        VendorRequest request = VendorRequest.get("api", "v1", "deals", uuid("id", dealId), "contacts");
        return http.send(request, BacksideReader::contacts);
    }

    Call<BacksideDealContact> addDealContact(String dealId, BacksideDealContactCreate contact) {
        VendorRequest request = VendorRequest.post("api", "v1", "deals", uuid("id", dealId), "contacts")
                .json(json -> {
                    json.value("contact_id", uuid("contact_id", contact.contactId()))
                            .string("introduced_by", contact.introducedBy().map(id -> uuid("introduced_by", id)));
                    contact.isPrimary().ifPresent(primary -> json.value("is_primary", primary));
                    json.string("role", contact.role());
                });
        return http.send(request, BacksideReader::contact);
    }

    Call<Optional<Object>> send(VendorRequest request) {
        return http.sendRaw(request);
    }

    private VendorRequest deal(String id) {
        return VendorRequest.get("api", "v1", "deals", uuid("id", id));
    }

    private String uuid(String field, String id) {
        return BacksideIds.uuid(field, id, scope());
    }
}
