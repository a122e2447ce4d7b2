package dev.dealsdk.stardex;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Repeat;
import dev.dealsdk.spi.VendorRequest;
import java.util.List;
import java.util.Optional;

/** The requests behind {@link StardexApi}, which says what each is: one method for each endpoint, none of them sent yet. */
final class StardexCalls {
    static final String VERSION = "v1";

    private final HttpTransport http;

    StardexCalls(HttpTransport http) {
        this.http = http;
    }

    StardexCalls during(CallScope scope) {
        return new StardexCalls(http.during(scope));
    }

    StardexCalls with(CallOptions options) {
        return new StardexCalls(http.with(options));
    }

    CallScope scope() {
        return http.scope();
    }

    Call<StardexDeal> createDeal(StardexDealCreate deal) {
        VendorRequest request = VendorRequest.post(VERSION, "deals").json(json -> StardexWriter.create(json, deal));
        return http.send(request, StardexReader::envelope);
    }

    Call<StardexUpdated> updateDeal(String id, StardexDealUpdate update) {
        VendorRequest request =
                VendorRequest.patch(VERSION, "deals", id).json(json -> StardexWriter.update(json, update));
        JsonDecoder<StardexUpdated> decoder = json -> StardexUpdated.said(StardexReader.message(json));
        Optional<String> statusId = update.dealStatusId();
        if (statusId.isEmpty()) {
            return http.send(request, decoder);
        }
        if (!update.equals(StardexDealUpdate.builder().dealStatusId(statusId).build())) {
            // The status of the deal would tell nothing of the other fields.
            return http.send(request.repeat(Repeat.AFTER_READ_BACK), decoder);
        }
        CallScope call = scope();
        ReadBack<StardexUpdated> readBack = ReadBack.of(() -> during(call)
                        .searchDeals(StardexQueries.byId(id))
                        .map(page -> new StardexUpdated("", StardexQueries.found(id, page))))
                .shows(StardexUpdated::statusId, statusId.get());
        return http.during(call).sendTransition(request, decoder, readBack);
    }

    Call<StardexDealPage> searchDeals(StardexDealQuery query) {
        VendorRequest request =
                VendorRequest.post(VERSION, "deals", "search").asRead().json(json -> StardexWriter.search(json, query));
        return http.send(request, StardexReader::page);
    }

    Call<List<StardexStatus>> listDealStatuses() {
        return http.send(VendorRequest.get(VERSION, "deals", "statuses"), StardexReader::statuses);
    }

    Call<Optional<Object>> send(VendorRequest request) {
        return http.sendRaw(request);
    }
}
