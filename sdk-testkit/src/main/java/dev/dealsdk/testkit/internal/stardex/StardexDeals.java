package dev.dealsdk.testkit.internal.stardex;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deals and statuses of one Stardex organization, in order of creation. Not thread-safe.
 *
 * <p>Assumed, the pages being silent: a new deal is in the first status; a change of status changes nothing else; a link to
 * jobs of one generation replaces that of the other; currencies default to USD; no caller is a team member, so that a deal
 * made without owners has none.
 */
public final class StardexDeals {
    /** What the example of the create response shows. Descriptions, close dates, referrers and owners are not among it. */
    public static final List<String> SHOWN_BY_CREATE = List.of(
            "id",
            "name",
            "amount",
            "currency_code",
            "compensation",
            "compensation_currency_code",
            "pricing_rate",
            "win_probability",
            "deal_status_id",
            "client_id",
            "job_id",
            "job_ids",
            "created_at");

    /** What can be written, and no page shows in a response. */
    public static final Set<String> SHOWN_NOWHERE = Set.of("description", "closed_date", "referred_by", "owner_ids");

    private static final List<String> NULL_AT_FIRST = List.of(
            "name",
            "amount",
            "compensation",
            "pricing_rate",
            "win_probability",
            "client_id",
            "description",
            "closed_date",
            "referred_by");

    private static final String CREATE_EXAMPLES =
            "/paths/~1v1~1deals/post/responses/200/content/application~1json/examples/";
    private static final String ITEMS = "/paths/~1v1~1deals~1search/post/responses/200/content/application~1json"
            + "/examples/withCustomFields/value/data/0/custom_fields";

    private final List<Map<String, @Nullable Object>> statuses = new ArrayList<>();
    private final Elements deals = new Elements();
    private final Set<String> archived = new HashSet<>();
    private final Map<String, String> clientsByUrl = new HashMap<>();
    private final StardexCustomFields customFields;
    private int serial;

    /** Reads the samples printed in the contract document. */
    public StardexDeals(OpenApiDocument document) {
        document.at(
                        "/paths/~1v1~1deals~1statuses/get/responses/200/content/application~1json/examples/constructed/value"
                                + "/data")
                .forEach(status -> statuses.add(Json.copyOf(status)));
        addStatus("Lost");
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        document.at(ITEMS).forEach(item -> items.add(Json.copyOf(item)));
        customFields = new StardexCustomFields(document, items);
        Map<String, @Nullable Object> newer = Json.copyOf(document.at(CREATE_EXAMPLES + "newer/value/data"));
        newer.put("custom_fields", items);
        Map<String, @Nullable Object> older = Json.copyOf(document.at(CREATE_EXAMPLES + "older/value/data"));
        older.put("id", newId());
        older.put("custom_fields", List.of());
        deals.add(newer);
        deals.add(older);
    }

    public List<Map<String, @Nullable Object>> statuses() {
        return statuses;
    }

    public StardexCustomFields customFields() {
        return customFields;
    }

    /** Deals, and whatever else a test has planted. */
    public List<@Nullable Object> all() {
        return deals;
    }

    /** The id of a new status behind the others, counting on from those of the samples. */
    public String addStatus(String name) {
        String id = String.format(
                Locale.ROOT, "ccc33333-dddd-eeee-ffff-00000000%04d", 1111 * (statuses.size() + 1) % 10_000);
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("id", id);
        status.put("name", name);
        statuses.add(status);
        return id;
    }

    public boolean hasStatus(Object id) {
        return statuses.stream().anyMatch(status -> id.equals(status.get("id")));
    }

    /** Assumed: every status is open but for those named Won and Lost. */
    boolean isOpen(@Nullable Object statusId) {
        return statuses.stream()
                .filter(status -> "Won".equals(status.get("name")) || "Lost".equals(status.get("name")))
                .noneMatch(
                        status -> status.get("id") == null || status.get("id").equals(statusId));
    }

    boolean isArchived(@Nullable Object id) {
        return archived.contains(String.valueOf(id));
    }

    public void archive(String id) {
        archived.add(id);
    }

    public Optional<Map<String, @Nullable Object>> find(String id) {
        return deals.find(id);
    }

    /** Fills in what the fields leave out. */
    public Map<String, @Nullable Object> complete(Map<String, @Nullable Object> fields, String now) {
        Map<String, @Nullable Object> deal = new LinkedHashMap<>();
        deal.put("id", null);
        NULL_AT_FIRST.forEach(name -> deal.put(name, null));
        deal.put("currency_code", "USD");
        deal.put("compensation_currency_code", fields.getOrDefault("currency_code", "USD"));
        deal.put("deal_status_id", statuses.get(0).get("id"));
        if (!fields.containsKey("job_id")) {
            deal.put("job_ids", List.of());
        }
        deal.put("owner_ids", List.of());
        deal.put("created_at", now);
        deal.put("custom_fields", List.of());
        deal.putAll(fields);
        if (!fields.containsKey("id")) {
            deal.put("id", newId());
        }
        return deal;
    }

    public Map<String, @Nullable Object> create(Map<String, @Nullable Object> body, String now) {
        Map<String, @Nullable Object> deal = complete(StardexBodies.plainFields(body), now);
        if (body.get("client_linkedin_url") instanceof String url && !body.containsKey("client_id")) {
            deal.put("client_id", clientsByUrl.computeIfAbsent(url, this::newClientId));
        }
        deal.put("owner_ids", body.getOrDefault("owner_ids", List.of()));
        deal.put("custom_fields", customFields.apply(List.of(), body.get("custom_fields")));
        deals.add(deal);
        return deal;
    }

    public void update(Map<String, @Nullable Object> deal, Map<String, @Nullable Object> body) {
        if (body.containsKey("job_id")) {
            deal.remove("job_ids");
        }
        if (body.containsKey("job_ids")) {
            deal.remove("job_id");
        }
        deal.putAll(StardexBodies.plainFields(body));
        if (body.containsKey("custom_fields")) {
            List<Map<String, @Nullable Object>> present = StardexBodies.objects(deal.get("custom_fields"));
            deal.put("custom_fields", customFields.apply(present, body.get("custom_fields")));
        }
    }

    private String newId() {
        serial++;
        return String.format(Locale.ROOT, "aaa11111-bbbb-cccc-dddd-%012x", 0xeeeeeeee1111L + serial);
    }

    private String newClientId(String url) {
        return String.format(Locale.ROOT, "bbb22222-cccc-dddd-eeee-%012x", 0xffffffff2222L - 1 - clientsByUrl.size());
    }
}
