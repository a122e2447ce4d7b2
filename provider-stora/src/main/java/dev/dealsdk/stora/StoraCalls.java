package dev.dealsdk.stora;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Repeat;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.UUID;

/** The requests behind {@link StoraApi}, which says what each is: one method for each endpoint, none of them sent yet. */
final class StoraCalls {
    static final String VERSION = "2025-09";
    private static final String KEY = "Idempotency-Key";

    private final HttpTransport http;

    StoraCalls(HttpTransport http) {
        this.http = http;
    }

    StoraCalls during(CallScope scope) {
        return new StoraCalls(http.during(scope));
    }

    StoraCalls with(CallOptions options) {
        return new StoraCalls(http.with(options));
    }

    CallScope scope() {
        return http.scope();
    }

    Call<StoraDealPage> listDeals(Optional<Integer> page, Optional<Integer> limit) {
        VendorRequest request = VendorRequest.get(VERSION, "deals")
                .query("page", page.map(Object::toString))
                .query("limit", limit.map(Object::toString));
        return http.send(request, StoraReader::dealPage);
    }

    Call<StoraDeal> createDeal(StoraDealCreate deal) {
        VendorRequest request =
                keyed(VendorRequest.post(VERSION, "deals"), scope()).json(json -> StoraWriter.create(json, deal));
        return http.send(request, StoraReader::dealEnvelope);
    }

    Call<StoraDeal> showDeal(String id, String... expand) {
        return about(id).send(expanded(VendorRequest.get(VERSION, "deals", id), expand), StoraReader::dealEnvelope);
    }

    Call<StoraDeal> updateDeal(String id, StoraDealUpdate update) {
        HttpTransport deal = about(id);
        if (deal.scope().options().idempotencyKey().isPresent()) {
            throw deal.scope()
                    .unsupported("idempotencyKey is not supported: Stora takes one with POST alone [guide: requests];"
                            + " leave it out");
        }
        VendorRequest request =
                VendorRequest.patch(VERSION, "deals", id).json(json -> StoraWriter.update(json, update));
        Optional<String> stage = update.stage();
        if (stage.isEmpty()) {
            return deal.send(request, StoraReader::dealEnvelope);
        }
        if (!update.equals(StoraDealUpdate.builder().stage(stage).build())) {
            // The stage of the deal would tell nothing of the other fields.
            return deal.send(request.repeat(Repeat.AFTER_READ_BACK), StoraReader::dealEnvelope);
        }
        return deal.sendTransition(
                request, StoraReader::dealEnvelope, readBack(deal, id).shows(StoraCalls::stageOf, stage.get()));
    }

    Call<StoraDeal> winDeal(String id, String... expand) {
        HttpTransport deal = about(id);
        VendorRequest request = keyed(VendorRequest.post(VERSION, "deals", id, "win"), deal.scope());
        return transition(
                deal, expanded(request, expand), readBack(deal, id, expand).shows(StoraDeal::status, "won"));
    }

    Call<StoraDeal> loseDeal(String id, String lostReason, String... expand) {
        HttpTransport deal = about(id);
        VendorRequest request = keyed(VendorRequest.post(VERSION, "deals", id, "lose"), deal.scope())
                .json(json -> json.value("lost_reason", lostReason));
        return transition(
                deal, expanded(request, expand), readBack(deal, id, expand).shows(StoraDeal::status, "lost"));
    }

    Call<StoraDeal> reopenDeal(String id, StoraDealReopen reopen, String... expand) {
        HttpTransport deal = about(id);
        VendorRequest request = keyed(VendorRequest.post(VERSION, "deals", id, "reopen"), deal.scope())
                .json(json -> StoraWriter.reopen(json, reopen));
        ReadBack<StoraDeal> reopened = readBack(deal, id, expand).shows(StoraDeal::status, "open");
        return transition(
                deal,
                expanded(request, expand),
                reopen.stage()
                        .map(stage -> reopened.shows(StoraCalls::stageOf, stage))
                        .orElse(reopened));
    }

    Call<StoraStagePage> listDealStages(StoraStageQuery query) {
        VendorRequest request = VendorRequest.get(VERSION, "deals", "stages")
                .query("page", query.page().map(Object::toString))
                .query("limit", query.limit().map(Object::toString))
                .query("sort_by", query.sortBy())
                .query("sort_direction", query.sortDirection());
        return http.send(request, StoraReader::stagePage);
    }

    Call<StoraStage> showDealStage(String stageId) {
        String id = StoraIds.STAGE.require("stage_id", stageId, scope());
        return http.send(VendorRequest.get(VERSION, "deals", "stages", id), StoraReader::stageEnvelope);
    }

    Call<Optional<Object>> send(VendorRequest request) {
        return http.sendRaw(request);
    }

    /** Under its key Stora would answer a failure again [guide: requests]: what had no effect gets a new one. */
    private static Call<StoraDeal> transition(HttpTransport deal, VendorRequest request, ReadBack<StoraDeal> readBack) {
        return deal.sendTransition(
                request,
                StoraReader::dealEnvelope,
                readBack.resending(sent -> sent.header(KEY, UUID.randomUUID().toString())));
    }

    private static ReadBack<StoraDeal> readBack(HttpTransport deal, String id, String... expand) {
        return ReadBack.of(() -> new StoraCalls(deal).showDeal(id, expand));
    }

    private static Optional<String> stageOf(StoraDeal deal) {
        return deal.stage().flatMap(StoraDealStage::id);
    }

    private static VendorRequest keyed(VendorRequest request, CallScope call) {
        return request.header(KEY, call.idempotencyKey()).repeat(Repeat.WITH_SAME_KEY);
    }

    private static VendorRequest expanded(VendorRequest request, String... expand) {
        return expand.length == 0 ? request : request.query("expand", String.join(",", expand));
    }

    /**
     * The transport for one call about a deal, whose id is checked: with {@code stages} it would be another endpoint.
     */
    private HttpTransport about(String id) {
        CallScope call = scope();
        return http.during(call.about(StoraIds.DEAL.require("id", id, call)));
    }
}
