package dev.dealsdk.play2sell;

import dev.dealsdk.CallOptions;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests behind {@link Play2SellApi}, which says what each is: one method for each endpoint, none of them sent yet. */
final class Play2SellCalls {
    static final String VERSION = "v1";

    private final HttpTransport http;

    Play2SellCalls(HttpTransport http) {
        this.http = http;
    }

    Play2SellCalls during(CallScope scope) {
        return new Play2SellCalls(http.during(scope));
    }

    Play2SellCalls with(CallOptions options) {
        return new Play2SellCalls(http.with(options));
    }

    CallScope scope() {
        return http.scope();
    }

    Call<Play2SellDealPage> listDeals(Play2SellDealQuery query) {
        VendorRequest request = VendorRequest.get(VERSION, "deals")
                .query("page", query.page().map(Object::toString))
                .query("per_page", query.perPage().map(Object::toString))
                .query("sort", query.sort())
                .query("stage_id", query.stageId())
                .query("owner_id", query.ownerId())
                .query("team_id", query.teamId())
                .query("status", query.status())
                .query("min_value", query.minValue().map(BigDecimal::toPlainString))
                .query("max_value", query.maxValue().map(BigDecimal::toPlainString))
                .query("close_date_after", query.closeDateAfter().map(Object::toString))
                .query("close_date_before", query.closeDateBefore().map(Object::toString))
                .query("search", query.search());
        return http.send(request, Play2SellReader::page);
    }

    Call<Play2SellDeal> getDeal(String id) {
        return about(id).send(VendorRequest.get(VERSION, "deals", id), Play2SellReader::envelope);
    }

    Call<Play2SellDeal> createDeal(Play2SellDealCreate deal) {
        VendorRequest request = VendorRequest.post(VERSION, "deals").json(json -> Play2SellWriter.create(json, deal));
        return http.send(request, Play2SellReader::envelope);
    }

    Call<Play2SellDeal> updateDeal(String id, Play2SellDealUpdate update) {
        HttpTransport deal = about(id);
        VendorRequest request =
                VendorRequest.patch(VERSION, "deals", id).json(json -> Play2SellWriter.update(json, update));
        return deal.send(request, Play2SellReader::envelope);
    }

    Call<@Nullable Void> deleteDeal(String id) {
        return about(id).send(VendorRequest.delete(VERSION, "deals", id));
    }

    Call<Play2SellDeal> moveDeal(String id, String stageId, Optional<String> note) {
        HttpTransport deal = about(id);
        VendorRequest request = VendorRequest.post(VERSION, "deals", id, "move")
                .json(json -> json.value("stage_id", Play2SellIds.uuid("stage_id", stageId, deal.scope()))
                        .string("note", note));
        ReadBack<Play2SellDeal> readBack = ReadBack.of(() -> new Play2SellCalls(deal).getDeal(id))
                .shows(found -> found.stage().flatMap(Play2SellDealStage::id), stageId);
        return deal.sendTransition(request, Play2SellReader::envelope, readBack);
    }

    Call<Play2SellDeal> closeDeal(String id, Play2SellDealClose close) {
        HttpTransport deal = about(id);
        if (close.result().equals("lost")
                && close.lossReason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw deal.scope().invalid("loss_reason", "is required when the result is lost [docs: sales]");
        }
        VendorRequest request = VendorRequest.post(VERSION, "deals", id, "close")
                .json(json -> json.value("result", close.result())
                        .decimal("final_value", close.finalValue())
                        .string("loss_reason", close.lossReason())
                        .string("note", close.note()));
        // The values are those of the list's status filter [seed 003].
        ReadBack<Play2SellDeal> readBack =
                ReadBack.of(() -> new Play2SellCalls(deal).getDeal(id)).shows(Play2SellDeal::status, close.result());
        return deal.sendTransition(request, Play2SellReader::envelope, readBack);
    }

    Call<List<Play2SellStage>> listStages() {
        return http.send(VendorRequest.get(VERSION, "stages"), Play2SellReader::stages);
    }

    Call<Optional<Object>> send(VendorRequest request) {
        return http.sendRaw(request);
    }

    /** The transport for one call about a deal, whose id must be a UUID: it becomes a part of the path. */
    private HttpTransport about(String id) {
        CallScope call = scope();
        return http.during(call.about(Play2SellIds.uuid("id", id, call)));
    }
}
