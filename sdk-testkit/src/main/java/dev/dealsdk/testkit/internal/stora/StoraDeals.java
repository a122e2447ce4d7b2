package dev.dealsdk.testkit.internal.stora;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.Elements;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deals and stages of one Stora account, deals in order of creation. Not thread-safe.
 *
 * <p>Inferred: value_estimate mirrors note. Assumed, the pages being silent: line items stand in the order of their
 * types; a move-in date without a time begins at midnight UTC; a deal that is created without a name, a contact or a
 * stage gets an empty name, the contact of the samples and the first stage; a closed deal may be changed; a deal that
 * is reopened without a stage or an assignee keeps its own.
 */
public final class StoraDeals {
    private static final String SAMPLES = "/components/examples/";
    /** The sample has the id of the open deal, and two deals cannot share it. */
    private static final String WON_DEAL = "deal_327b3057d5df338e";

    private static final long FIRST_ID = 0xa1b2c3d4e5f67890L;

    private final List<Map<String, @Nullable Object>> stages = new ArrayList<>();
    private final Elements deals = new Elements();
    private long created;

    /** Reads the samples printed in the contract document. */
    public StoraDeals(OpenApiDocument document) {
        document.at(SAMPLES + "StageList/value/stages").forEach(stage -> stages.add(Json.copyOf(stage)));
        addSample(document.at(SAMPLES + "DealShown/value/deal"), Map.of());
        addSample(document.at(SAMPLES + "DealList/value/deals/1"), Map.of());
        addSample(document.at(SAMPLES + "DealWon/value/deal"), Map.of("id", WON_DEAL, "name", "Won Deal"));
    }

    /** Older samples lack what newer ones have. */
    private void addSample(JsonNode sample, Map<String, String> changes) {
        Map<String, @Nullable Object> deal = Json.copyOf(sample);
        deal.putIfAbsent("metadata", new LinkedHashMap<>());
        deal.putIfAbsent("note", deal.get("value_estimate"));
        deal.putAll(changes);
        deals.add(deal);
    }

    List<Map<String, @Nullable Object>> stages() {
        return stages;
    }

    Optional<Map<String, @Nullable Object>> stage(@Nullable Object id) {
        return stages.stream()
                .filter(stage -> Objects.equals(stage.get("id"), id))
                .findFirst();
    }

    /** Deals, and whatever else a test has planted. */
    public List<@Nullable Object> all() {
        return deals;
    }

    Optional<Map<String, @Nullable Object>> find(String id) {
        return deals.find(id);
    }

    /** Fills in what the fields leave out. */
    public Map<String, @Nullable Object> complete(Map<String, @Nullable Object> fields, String now) {
        Map<String, @Nullable Object> deal = new LinkedHashMap<>();
        deal.put("id", fields.containsKey("id") ? fields.get("id") : newId());
        deal.put("assignee", null);
        deal.put("contact", Map.of("id", "con_1234567890abcdef"));
        deal.put("created_at", now);
        deal.put("creator", Map.of("id", "app_99b90b9d208a137b"));
        deal.put("line_items", List.of());
        deal.put("lost_reason", null);
        deal.put("metadata", Map.of());
        deal.put("name", "");
        deal.put("note", null);
        deal.put("site", null);
        deal.put("stage", Map.of("id", String.valueOf(stages.get(0).get("id"))));
        deal.put("starts_at", null);
        deal.put("status", "open");
        deal.put("updated_at", now);
        deal.put("value_estimate", fields.get("note"));
        deal.putAll(fields);
        return deal;
    }

    Map<String, @Nullable Object> create(Map<String, @Nullable Object> body, String now) {
        Map<String, @Nullable Object> deal = complete(Map.of(), now);
        write(deal, body, now);
        if (body.containsKey("contact")) {
            putReference(deal, "contact", body.get("contact"));
        }
        deals.add(deal);
        return deal;
    }

    /** Writes the fields that create, update and reopen share, as far as the body has them. */
    void write(Map<String, @Nullable Object> deal, Map<String, @Nullable Object> body, String now) {
        body.forEach((name, value) -> {
            switch (name) {
                case "name" -> deal.put(name, value);
                case "stage", "assignee", "site" -> putReference(deal, name, value);
                case "note" -> {
                    deal.put("note", value);
                    deal.put("value_estimate", value);
                }
                case "starts_at" -> deal.put(name, FieldType.DATE.accepts(value) ? value + "T00:00:00Z" : value);
                case "metadata" -> deal.put(name, merged(deal.get(name), value));
                case "line_items" -> deal.put(name, lineItems(value));
                default -> {}
            }
        });
        deal.put("updated_at", now);
    }

    void close(Map<String, @Nullable Object> deal, String status, @Nullable Object lostReason, String now) {
        deal.put("status", status);
        deal.put("lost_reason", lostReason);
        deal.put("updated_at", now);
    }

    void reopen(Map<String, @Nullable Object> deal, Map<String, @Nullable Object> body, String now) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(body);
        changes.keySet().retainAll(List.of("stage", "assignee"));
        write(deal, changes, now);
        close(deal, "open", null, now);
    }

    /** Listed keys change, null removes one, an empty object removes all [guide: metadata]. */
    static Map<String, @Nullable Object> merged(@Nullable Object present, @Nullable Object changes) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (changes instanceof Map<?, ?> given && !given.isEmpty()) {
            if (present instanceof Map<?, ?> before) {
                before.forEach((key, value) -> merged.put(String.valueOf(key), value));
            }
            given.forEach((key, value) -> merged.put(String.valueOf(key), value));
            merged.values().removeIf(value -> value == null);
        }
        return merged;
    }

    private static void putReference(Map<String, @Nullable Object> deal, String name, @Nullable Object value) {
        deal.put(name, value instanceof Map<?, ?> reference ? idOnly(reference) : null);
    }

    private static Map<String, @Nullable Object> idOnly(Map<?, ?> reference) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        copy.put("id", reference.get("id"));
        return copy;
    }

    private static List<Map<String, @Nullable Object>> lineItems(@Nullable Object value) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : List.of()) {
            if (element instanceof Map<?, ?> given && given.get("item") instanceof Map<?, ?> item) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                copy.put("item", idOnly(item));
                copy.put("quantity", 1);
                copy.put("type", given.get("type"));
                items.add(copy);
            }
        }
        items.sort(Comparator.comparing(item -> String.valueOf(item.get("type"))));
        return items;
    }

    /** Counts on from the id of the create sample, so that the same calls get the same ids. */
    private String newId() {
        String id;
        do {
            id = String.format(Locale.ROOT, "deal_%016x", FIRST_ID + created++);
        } while (find(id).isPresent());
        return id;
    }
}
