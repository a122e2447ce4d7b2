package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.Elements;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deals of one Backside tenant in order of creation, with their stages, contacts and versions. Not thread-safe.
 *
 * <p>Inferred, since no page has these calls: a new deal is in the first stage unless the body names one; an update is merged into
 * the deal, or else replaces all that can be written; a delete sets {@code deleted_at}, after which the deal can neither be
 * updated nor deleted.
 *
 * <p>Assumed, the pages being silent: a move changes {@code stage_id} and {@code updated_at} alone, also when the deal is
 * there already; a soft-deleted deal is read, listed and moved like any other; linking a contact leaves the deal and its
 * other contacts as they are, and takes any UUID for a contact.
 */
public final class BacksideDeals {
    private static final String SAMPLE =
            "/paths/~1api~1v1~1deals~1{id}/get/responses/200/content/application~1json/examples/composed/value";
    private static final String TENANT = "550e8400-e29b-41d4-a716-446655440000";
    private static final String PIPELINE = "550e8400-e29b-41d4-a716-446655440001";
    private static final String PIPELINE_NAME = "Enterprise Sales";

    private final Map<String, String> stages = new LinkedHashMap<>();
    private final Elements deals = new Elements();
    private final List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
    private final List<String> stageChanges = new ArrayList<>();
    private final BacksideHistory history = new BacksideHistory();
    private int serial;

    /** Begins with the sample of the get call, and with a deal that was deleted. */
    public BacksideDeals(OpenApiDocument document) {
        stages.put("Lead", "550e8400-e29b-41d4-a716-446655440010");
        stages.put("Qualified", "550e8400-e29b-41d4-a716-446655440011");
        stages.put("Proposal", "550e8400-e29b-41d4-a716-446655440002");
        stages.put("Won", "550e8400-e29b-41d4-a716-446655440003");
        stages.put("Lost", "550e8400-e29b-41d4-a716-446655440012");
        Map<String, @Nullable Object> sample = Json.copyOf(document.at(SAMPLE));
        if (sample.remove("contacts") instanceof List<?> linked) {
            linked.forEach(contact -> contacts.add(Json.copyOf(contact)));
        }
        sample.remove("pipeline_name");
        sample.remove("stage_name");
        add(sample, Instant.EPOCH);
        Map<String, @Nullable Object> deleted = new LinkedHashMap<>();
        deleted.put("name", "Acme annual plan (duplicate)");
        deleted.put("metadata", "imported");
        deleted.put("created_at", "2026-04-01T12:05:00Z");
        deleted.put("updated_at", "2026-04-01T12:10:00Z");
        deleted.put("deleted_at", "2026-04-01T12:10:00Z");
        add(complete(deleted, Instant.EPOCH), Instant.EPOCH);
    }

    /** Name to id, in pipeline order. */
    public Map<String, String> stages() {
        return stages;
    }

    /** Deals, and whatever else a test has planted. */
    public List<@Nullable Object> all() {
        return deals;
    }

    public BacksideHistory history() {
        return history;
    }

    Optional<Map<String, @Nullable Object>> find(String id) {
        return deals.find(id);
    }

    /** Fills in what the fields leave out. */
    public Map<String, @Nullable Object> complete(Map<String, @Nullable Object> fields, Instant now) {
        Map<String, @Nullable Object> deal = new LinkedHashMap<>();
        deal.put("created_at", now.toString());
        deal.put("id", fields.containsKey("id") ? null : newId());
        deal.put("metadata", Map.of());
        deal.put("name", "");
        deal.put("pipeline_id", PIPELINE);
        deal.put("stage_id", stages.get("Lead"));
        deal.put("tenant_id", TENANT);
        deal.put("updated_at", now.toString());
        BacksideBodies.NULLABLE.forEach(name -> deal.put(name, null));
        deal.put("deleted_at", null);
        deal.putAll(fields);
        return deal;
    }

    /** Adds a deal that is what it is since its creation. */
    public void add(Map<String, @Nullable Object> deal, Instant now) {
        deals.add(deal);
        history.add(deal, createdAt(deal).orElse(now));
    }

    Map<String, @Nullable Object> create(Map<String, @Nullable Object> body, Instant now) {
        Map<String, @Nullable Object> deal = complete(BacksideBodies.writable(body), now);
        add(deal, now);
        return deal;
    }

    /** What the body says changes; with {@code replace}, what it leaves out is gone, as far as a deal can be without it. */
    void update(Map<String, @Nullable Object> deal, Map<String, @Nullable Object> body, boolean replace, Instant now) {
        if (replace) {
            BacksideBodies.NULLABLE.forEach(name -> deal.put(name, null));
            deal.put("metadata", Map.of());
        }
        deal.putAll(BacksideBodies.writable(body));
        deal.put("updated_at", now.toString());
        history.add(deal, now);
    }

    void delete(Map<String, @Nullable Object> deal, Instant now) {
        deal.put("updated_at", now.toString());
        deal.put("deleted_at", now.toString());
        history.add(deal, now);
    }

    boolean hasStage(@Nullable Object id) {
        return stages.containsValue(String.valueOf(id));
    }

    boolean hasPipeline(@Nullable Object id) {
        return PIPELINE.equals(id);
    }

    void move(Map<String, @Nullable Object> deal, Object stageId, Instant now) {
        deal.put("stage_id", stageId);
        deal.put("updated_at", now.toString());
        stageChanges.add(String.valueOf(deal.get("id")));
        history.add(deal, now);
    }

    public long stageChanges(String id) {
        return stageChanges.stream().filter(id::equals).count();
    }

    /** A copy with what the get call adds. */
    Map<String, @Nullable Object> detailed(Map<String, @Nullable Object> deal) {
        Map<String, @Nullable Object> detail = new LinkedHashMap<>(deal);
        detail.put("contacts", contacts(String.valueOf(deal.get("id"))));
        if (PIPELINE.equals(deal.get("pipeline_id"))) {
            detail.put("pipeline_name", PIPELINE_NAME);
        }
        stages.forEach((name, id) -> {
            if (id.equals(deal.get("stage_id"))) {
                detail.put("stage_name", name);
            }
        });
        return detail;
    }

    List<Map<String, @Nullable Object>> contacts(String dealId) {
        return contacts.stream()
                .filter(contact -> dealId.equals(contact.get("deal_id")))
                .toList();
    }

    Map<String, @Nullable Object> link(String dealId, Map<String, @Nullable Object> body, Instant now) {
        Map<String, @Nullable Object> contact = new LinkedHashMap<>();
        contact.put("contact_id", body.get("contact_id"));
        contact.put("created_at", now.toString());
        contact.put("deal_id", dealId);
        contact.put("id", newId());
        contact.put("is_primary", Boolean.TRUE.equals(body.get("is_primary")));
        contact.put("metadata", Map.of());
        contact.put("tenant_id", TENANT);
        contact.put("updated_at", now.toString());
        contact.put("introduced_by", body.get("introduced_by"));
        contact.put("role", body.get("role"));
        contacts.add(contact);
        return contact;
    }

    private static Optional<Instant> createdAt(Map<String, @Nullable Object> deal) {
        try {
            return Optional.of(Instant.parse(String.valueOf(deal.get("created_at"))));
        } catch (DateTimeException planted) {
            return Optional.empty();
        }
    }

    /** Counts on from the id of the sample, so that the same calls get the same ids. */
    private String newId() {
        String id;
        do {
            serial++;
            id = String.format(Locale.ROOT, "3c90c3cc-0d44-4b50-8888-%012x", 0x8dd25736052aL + serial);
        } while (find(id).isPresent());
        return id;
    }
}
