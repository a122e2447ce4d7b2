package dev.dealsdk.stardex;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.UndecodableException;
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
        return json.object(StardexReader::envelopeFields);
    }

    /** {@code {success, data: {message}}} [docs: update-deal]. An answer without a message is no failure. */
    static String message(JsonReader json) {
        return json.object(StardexReader::messageFields);
    }

    /** {@code {success, data: [Status]}} (inferred). A status that cannot be read fails the answer: holes mislead. */
    static List<StardexStatus> statuses(JsonReader json) {
        return json.object(StardexReader::statusListFields);
    }

    private static StardexDealPage pageFields(JsonRecord json) {
        StardexDealPage.Builder page = StardexDealPage.builder();
        boolean found = false;
        while (json.next()) {
            switch (json.name()) {
                case "data" -> {
                    List<RecordProblem> problems = new ArrayList<>();
                    Optional<List<StardexDeal>> deals = json.objects(StardexReader::deal, problems::add);
                    found = deals.isPresent();
                    deals.ifPresent(page::data);
                    page.problems(problems);
                }
                case "meta" -> json.object(meta -> metaFields(meta, page));
                default -> {
                    // Nothing else is documented but success, which the status has said.
                }
            }
        }
        if (!found) {
            throw new UndecodableException("the array \"data\" is missing");
        }
        return page.build();
    }

    private static StardexDealPage.Builder metaFields(JsonRecord json, StardexDealPage.Builder page) {
        while (json.next()) {
            switch (json.name()) {
                case "total" -> page.total(json.longInteger());
                case "offset" -> page.offset(json.longInteger());
                case "limit" -> page.limit(json.integer());
                default -> {
                    // Nothing else is documented.
                }
            }
        }
        json.requireTypes("total");
        return page;
    }

    private static StardexDeal envelopeFields(JsonRecord json) {
        Optional<StardexDeal> deal = Optional.empty();
        while (json.next()) {
            if (json.name().equals("data")) {
                deal = json.object(StardexReader::deal);
            }
        }
        return deal.orElseThrow(() -> new UndecodableException("the object \"data\" is missing"));
    }

    private static String messageFields(JsonRecord json) {
        String message = "";
        while (json.next()) {
            if (json.name().equals("data")) {
                message = json.map()
                        .filter(data -> data.get("message") instanceof String)
                        .map(data -> String.valueOf(data.get("message")))
                        .orElse("");
            }
        }
        return message;
    }

    private static List<StardexStatus> statusListFields(JsonRecord json) {
        Optional<List<StardexStatus>> statuses = Optional.empty();
        while (json.next()) {
            if (json.name().equals("data")) {
                statuses = json.objects(StardexReader::status, problem -> {
                    throw new UndecodableException("status " + problem.index() + ": " + problem.message());
                });
            }
        }
        return statuses.orElseThrow(() -> new UndecodableException("the array \"data\" is missing"));
    }

    private static StardexStatus status(JsonRecord json) {
        StardexStatus.Builder status = StardexStatus.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> status.name(json.string());
                default -> {
                    // Nothing else is documented, and a stage has no extras.
                }
            }
        }
        return status.id(id.orElseThrow(() -> new UndecodableException("the status has no id")))
                .build();
    }

    private static StardexDeal deal(JsonRecord json) {
        StardexDeal.Builder deal = StardexDeal.builder();
        Optional<String> id = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "id" -> id = json.string();
                case "name" -> deal.name(json.string());
                case "amount" -> deal.amount(json.decimal());
                case "currency_code" -> deal.currencyCode(json.string());
                case "compensation" -> deal.compensation(json.decimal());
                case "compensation_currency_code" -> deal.compensationCurrencyCode(json.string());
                case "pricing_rate" -> deal.pricingRate(json.decimal());
                case "win_probability" -> deal.winProbability(json.decimal());
                case "deal_status_id" -> deal.dealStatusId(json.string());
                case "client_id" -> deal.clientId(json.string());
                case "job_id" -> deal.jobId(json.string());
                case "job_ids" -> deal.jobIds(json.strings());
                case "created_at" -> deal.createdAt(json.instant());
                case "description" -> deal.description(json.string());
                case "closed_date" -> deal.closedDate(json.string());
                case "referred_by" -> deal.referredBy(json.string());
                case "owner_ids" -> json.strings().ifPresent(deal::ownerIds);
                default -> json.keep();
            }
        }
        Map<String, @Nullable Object> rest = json.rest();
        return deal.id(id.filter(text -> !text.isBlank())
                        .orElseThrow(() -> new UndecodableException("the deal has no id")))
                .customFields(StardexCustomFields.read(rest.get(CUSTOM_FIELDS)))
                .rest(isNothing(rest.get(CUSTOM_FIELDS)) ? without(rest, CUSTOM_FIELDS) : rest)
                .build();
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
