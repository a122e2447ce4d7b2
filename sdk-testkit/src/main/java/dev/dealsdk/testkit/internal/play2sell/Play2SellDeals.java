package dev.dealsdk.testkit.internal.play2sell;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deals and stages of one Play2Sell account, in order of creation. Not thread-safe.
 *
 * <p>Assumed, the page being silent: a move changes the stage and never the status; a closed deal may be changed, moved
 * and closed again; {@code custom_fields} and {@code tags} are replaced as a whole; {@code note}, {@code final_value}
 * and {@code loss_reason} are kept nowhere a caller could read them.
 */
public final class Play2SellDeals {
    private static final String WON_STAGE = "Closed Won";
    private static final String LOST_STAGE = "Closed Lost";

    private final List<Map<String, @Nullable Object>> stages = new ArrayList<>();
    private final Elements deals = new Elements();
    private int serial = 1;

    /** Reads the samples printed in the contract document. */
    public Play2SellDeals(OpenApiDocument document) {
        document.at("/paths/~1v1~1stages/get/responses/200/content/application~1json/examples/docs/value/data")
                .forEach(stage -> stages.add(Json.copyOf(stage)));
        deals.add(Json.copyOf(document.at(
                "/paths/~1v1~1deals/get/responses/200/content/application~1json/examples/docs/value/data/0")));
        deals.add(Json.copyOf(document.at(
                "/paths/~1v1~1deals/post/responses/201/content/application~1json/examples/composed/value/data")));
    }

    public List<Map<String, @Nullable Object>> stages() {
        return stages;
    }

    /** Deals, and whatever else a test has planted. */
    public List<@Nullable Object> all() {
        return deals;
    }

    public Optional<Map<String, @Nullable Object>> find(String id) {
        return deals.find(id);
    }

    public boolean hasStage(Object id) {
        return stages.stream().anyMatch(stage -> id.equals(stage.get("id")));
    }

    /** Fills in what the fields leave out: the defaults of the create table, else null or empty. */
    public Map<String, @Nullable Object> complete(Map<String, @Nullable Object> fields, String now) {
        Map<String, @Nullable Object> deal = new LinkedHashMap<>();
        deal.put("id", null);
        deal.put("name", "");
        deal.put("value", 0);
        deal.put("stage", stageRef(stages.get(0)));
        deal.put("status", "open");
        for (String name : List.of("contact_name", "contact_email", "company", "owner_id", "expected_close_date")) {
            deal.put(name, null);
        }
        deal.put("priority", "medium");
        deal.put("lead_id", null);
        deal.put("custom_fields", Map.of());
        deal.put("tags", List.of());
        deal.put("created_at", now);
        deal.put("updated_at", now);
        deal.putAll(fields);
        if (!fields.containsKey("id")) {
            deal.put("id", newId());
        }
        return deal;
    }

    public Map<String, @Nullable Object> create(Map<String, @Nullable Object> body, String now) {
        Map<String, @Nullable Object> fields = known(body);
        Map<String, @Nullable Object> deal = complete(fields, now);
        if (body.get("stage_id") instanceof String stageId) {
            putStage(deal, "id", stageId);
        }
        deals.add(deal);
        return deal;
    }

    public void update(Map<String, @Nullable Object> deal, Map<String, @Nullable Object> body, String now) {
        deal.putAll(known(body));
        deal.put("updated_at", now);
    }

    public void move(Map<String, @Nullable Object> deal, Object stageId, String now) {
        putStage(deal, "id", stageId);
        deal.put("updated_at", now);
    }

    public void close(Map<String, @Nullable Object> deal, boolean won, String now) {
        putStage(deal, "name", won ? WON_STAGE : LOST_STAGE);
        deal.put("status", won ? "won" : "lost");
        deal.put("updated_at", now);
    }

    public void delete(Map<String, @Nullable Object> deal) {
        deals.removeIf(candidate -> candidate == deal);
    }

    private void putStage(Map<String, @Nullable Object> deal, String key, Object value) {
        stages.stream()
                .filter(stage -> value.equals(stage.get(key)))
                .findFirst()
                .ifPresent(stage -> deal.put("stage", stageRef(stage)));
    }

    /** A stage as a deal shows it: without its position. */
    private static Map<String, @Nullable Object> stageRef(Map<String, @Nullable Object> stage) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>(stage);
        reference.remove("position");
        return reference;
    }

    /** Only what a caller may write; everything else in a body is ignored. */
    private static Map<String, @Nullable Object> known(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(body);
        fields.keySet().retainAll(Play2SellBodies.DEAL_FIELDS);
        return fields;
    }

    /** Counts on from the ids of the samples, so that the same calls get the same ids. */
    private String newId() {
        String id;
        do {
            serial++;
            id = String.format(Locale.ROOT, "880e8400-e29b-41d4-a716-%012x", 0x446655440000L + serial);
        } while (find(id).isPresent());
        return id;
    }
}
