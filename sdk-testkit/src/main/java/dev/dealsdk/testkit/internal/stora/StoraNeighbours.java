package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a deal lead to: contacts and sites from the samples, staff from the webhook samples' shape.
 *
 * <p>Which names {@code expand} takes for a deal is inferred: every reference of a deal. Assumed: what is not known
 * here, and the items of line items, whose shape no page shows, stays an id.
 */
public final class StoraNeighbours {
    private static final String SAMPLES = "/components/examples/";
    private static final Map<String, String> SCOPES = Map.of(
            "assignee", "public.staff:read",
            "contact", "public.contact:read",
            "creator", "public.staff:read",
            "line_items.item", "public.unit_type:read",
            "site", "public.site:read",
            "stage", "public.deal_stage:read");

    private final List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> sites = new ArrayList<>();

    /** Reads the samples printed in the contract document. */
    public StoraNeighbours(OpenApiDocument document) {
        document.at(SAMPLES + "ContactList/value/contacts").forEach(contact -> contacts.add(Json.copyOf(contact)));
        contacts.add(Json.copyOf(document.at(SAMPLES + "DealExpandedComposed/value/deal/contact")));
        document.at(SAMPLES + "SiteList/value/sites").forEach(site -> sites.add(Json.copyOf(site)));
    }

    static Set<String> expandable() {
        return SCOPES.keySet();
    }

    static String scopeOf(String expandable) {
        return SCOPES.getOrDefault(expandable, "");
    }

    List<Map<String, @Nullable Object>> contacts() {
        return contacts;
    }

    List<Map<String, @Nullable Object>> sites() {
        return sites;
    }

    static Optional<Map<String, @Nullable Object>> find(List<Map<String, @Nullable Object>> among, String id) {
        return among.stream().filter(one -> id.equals(one.get("id"))).findFirst();
    }

    /** A copy of the deal with some of its references inlined. */
    Map<String, @Nullable Object> expanded(Map<String, @Nullable Object> deal, Set<String> names, StoraDeals deals) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(deal);
        for (String name : names) {
            if (deal.get(name) instanceof Map<?, ?> reference && reference.get("id") instanceof String id) {
                resource(name, id, deals).ifPresent(resource -> copy.put(name, resource));
            }
        }
        return copy;
    }

    private Optional<Map<String, @Nullable Object>> resource(String name, String id, StoraDeals deals) {
        return switch (name) {
            case "contact" -> find(contacts, id);
            case "site" -> find(sites, id);
            case "stage" -> deals.stage(id);
            default -> id.startsWith("staff_") ? Optional.of(staff(id)) : Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> staff(String id) {
        Map<String, @Nullable Object> staff = new LinkedHashMap<>();
        staff.put("id", id);
        staff.put("name", "Sam Staff");
        staff.put("email", "sam@acme.stora.test");
        staff.put("created_at", "2025-02-20T14:41:00Z");
        staff.put("updated_at", "2025-02-22T14:41:00Z");
        return staff;
    }
}
