package dev.dealsdk.stardex;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.RequiredField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Stardex's answers from the stream, field by field under Stardex's names. */
final class StardexReader {
    private static final String CUSTOM_FIELDS = "custom_fields";

    private StardexReader() {}

    /** {@code {success, data: [Deal], meta}} [docs: search-deals, introduction-v1]. */
    static StardexDealPage page(JsonReader json) {
        return json.object(StardexReader::pageFields);
    }

    /** {@code {success, data: Deal}} [docs: create-deal]. */
    static StardexDeal envelope(JsonReader json) {
        return Envelope.object(json, "data", StardexReader::deal);
    }

    /** {@code {success, data: {message}}} [docs: update-deal]. An answer without a message is no failure. */
    static String message(JsonReader json) {
        return json.object(StardexReader::messageFields);
    }

    /** {@code {success, data: [Status]}} (inferred). */
    static List<StardexStatus> statuses(JsonReader json) {
        return Envelope.list(json, "data", StardexReader::status);
    }

    private static StardexDealPage pageFields(JsonRecord json) {
        List<RecordProblem> problems = new ArrayList<>();
        Envelope<List<StardexDeal>> envelope =
                Envelope.of(json, "data", data -> data.objects(StardexReader::deal, problems::add));
        Optional<Meta> meta = Optional.empty();
        while (envelope.next()) {
            if (json.name().equals("meta")) {
                meta = json.object(StardexReader::meta);
            }
        }
        Meta said = meta.orElse(Meta.NONE);
        return new StardexDealPage(
                envelope.payload(), List.copyOf(problems), said.total(), said.offset(), said.limit());
    }

    private record Meta(Optional<Long> total, Optional<Long> offset, Optional<Integer> limit) {
        static final Meta NONE = new Meta(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Meta meta(JsonRecord json) {
        Optional<Long> total = Optional.empty();
        Optional<Long> offset = Optional.empty();
        Optional<Integer> limit = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "total" -> total = json.longInteger();
                case "offset" -> offset = json.longInteger();
                case "limit" -> limit = json.integer();
                default -> {
                    // Nothing else is documented.
                }
            }
        }
        json.requireTypes("total");
        return new Meta(total, offset, limit);
    }

    private static String messageFields(JsonRecord json) {
        Envelope<Map<String, @Nullable Object>> envelope = Envelope.of(json, "data", JsonRecord::map);
        while (envelope.next()) {
            // No other member is documented.
        }
        return envelope.optionalPayload()
                .map(data -> data.get("message") instanceof String message ? message : "")
                .orElse("");
    }

    private static StardexStatus status(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                default -> {
                    // Nothing else is documented, and a stage has no extras.
                }
            }
        }
        return new StardexStatus(RequiredField.id("status", id), name);
    }

    private static StardexDeal deal(JsonRecord json) {
        Optional<String> id = Optional.empty();
        Optional<String> name = Optional.empty();
        Optional<BigDecimal> amount = Optional.empty();
        Optional<String> currencyCode = Optional.empty();
        Optional<BigDecimal> compensation = Optional.empty();
        Optional<String> compensationCurrencyCode = Optional.empty();
        Optional<BigDecimal> pricingRate = Optional.empty();
        Optional<BigDecimal> winProbability = Optional.empty();
        Optional<String> dealStatusId = Optional.empty();
        Optional<String> clientId = Optional.empty();
        Optional<String> jobId = Optional.empty();
        Optional<List<String>> jobIds = Optional.empty();
        Optional<Instant> createdAt = Optional.empty();
        Optional<String> description = Optional.empty();
        Optional<String> closedDate = Optional.empty();
        Optional<String> referredBy = Optional.empty();
        List<String> ownerIds = List.of();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> name = json.string();
                case "amount" -> amount = json.decimal();
                case "currency_code" -> currencyCode = json.string();
                case "compensation" -> compensation = json.decimal();
                case "compensation_currency_code" -> compensationCurrencyCode = json.string();
                case "pricing_rate" -> pricingRate = json.decimal();
                case "win_probability" -> winProbability = json.decimal();
                case "deal_status_id" -> dealStatusId = json.string();
                case "client_id" -> clientId = json.string();
                case "job_id" -> jobId = json.string();
                case "job_ids" -> jobIds = json.strings();
                case "created_at" -> createdAt = json.instant();
                case "description" -> description = json.string();
                case "closed_date" -> closedDate = json.string();
                case "referred_by" -> referredBy = json.string();
                case "owner_ids" -> ownerIds = json.strings().orElse(ownerIds);
                default -> json.keep();
            }
        }
        Map<String, @Nullable Object> rest = json.rest();
        return new StardexDeal(
                RequiredField.id("deal", id),
                name,
                amount,
                currencyCode,
                compensation,
                compensationCurrencyCode,
                pricingRate,
                winProbability,
                dealStatusId,
                clientId,
                jobId,
                jobIds,
                createdAt,
                description,
                closedDate,
                referredBy,
                ownerIds,
                StardexCustomFields.read(rest.get(CUSTOM_FIELDS)),
                isNothing(rest.get(CUSTOM_FIELDS)) ? without(rest, CUSTOM_FIELDS) : rest);
    }

    /** Every deal has custom fields, once they are asked for; that there are none is nothing to keep. */
    private static boolean isNothing(@Nullable Object customFields) {
        return customFields == null || customFields.equals(List.of());
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> rest, String name) {
        if (!rest.containsKey(name)) {
            return rest;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(rest);
        others.remove(name);
        return others;
    }
}
