package dev.dealsdk.testkit.internal.stardex;

import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The body of Stardex's search call.
 *
 * <p>Assumed, the page being silent: all conditions hold together; every keyword must be in the name, in any case; archived
 * deals are shown only when asked for, among the others; the open date is the day of creation; bounds are inclusive; a deal
 * without the value fits no bound unless {@code include_empty}; no deal is on a list; deals can be sorted by a few of their
 * own fields; ties and the default order follow creation.
 */
public final class StardexSearch {
    private static final int MOST = 100;
    private static final Set<String> SORTABLE =
            Set.of("name", "amount", "win_probability", "created_at", "closed_date", "deal_status_id");

    private final Map<String, @Nullable Object> body;
    private final StardexDeals deals;

    public StardexSearch(Map<String, @Nullable Object> body, StardexDeals deals) {
        this.body = body;
        this.deals = deals;
    }

    /** Field name to message; the other methods need this to be empty. */
    public Map<String, String> problems() {
        FieldCheck check = new FieldCheck(body)
                .test("offset", value -> isWhole(value, 0, Integer.MAX_VALUE), "must be an integer from 0")
                .test("limit", value -> isWhole(value, 1, MOST), "must be an integer from 1 to 100")
                .oneOf("sort_by", SORTABLE)
                .oneOf("sort_order", Set.of("asc", "desc"))
                .type(FieldType.TEXTS, "keywords", "include")
                .type(FieldType.UUIDS, "deal_ids", "deal_status_ids_included", "deal_status_ids_excluded")
                .type(FieldType.UUIDS, "owner_ids_included", "owner_ids_excluded")
                .type(FieldType.UUID, "list_id")
                .type(FieldType.BOOLEAN, "show_open_deals_only", "show_archived")
                .type(FieldType.OBJECT, "closed_date_filter", "open_date_filter")
                .type(FieldType.OBJECTS, StardexAttributeFilters.NAMES);
        Map<String, String> problems = new LinkedHashMap<>(check.problems());
        for (String name : List.of("closed_date_filter", "open_date_filter")) {
            if (body.get(name) instanceof Map<?, ?> range) {
                StardexAttributeFilters.rangeProblems(Json.copyOf(range))
                        .forEach((field, problem) -> problems.put(name + "." + field, problem));
            }
        }
        if (problems.isEmpty()) {
            problems.putAll(StardexAttributeFilters.problems(body));
        }
        return problems;
    }

    public long offset() {
        return whole("offset", 0);
    }

    public int limit() {
        return whole("limit", MOST);
    }

    /** Elements that are no objects, which only a test can plant, pass every filter and stand at the end. */
    public List<@Nullable Object> found() {
        List<@Nullable Object> found = new ArrayList<>(deals.all());
        found.removeIf(deal -> deal instanceof Map<?, ?> fields && !matches(fields));
        if (body.get("sort_by") instanceof String field) {
            Comparator<Object> order = StardexSearch::compare;
            Comparator<Object> asked = "asc".equals(body.get("sort_order")) ? order : order.reversed();
            found.sort(Comparator.comparing(deal -> key(deal, field), Comparator.nullsLast(asked)));
        }
        return found;
    }

    /** The part of what was found that is asked for, deals without these fields. */
    public List<@Nullable Object> page(List<@Nullable Object> found, Set<String> hidden) {
        int from = (int) Math.min(offset(), found.size());
        int to = Math.min(from + limit(), found.size());
        List<@Nullable Object> page = new ArrayList<>();
        for (Object deal : found.subList(from, to)) {
            if (deal instanceof Map<?, ?> fields) {
                Map<Object, @Nullable Object> shown = new LinkedHashMap<>(fields);
                shown.keySet().removeAll(hidden);
                if (!strings("include").contains("custom_fields")) {
                    shown.remove("custom_fields");
                }
                page.add(shown);
            } else {
                page.add(deal);
            }
        }
        return page;
    }

    private boolean matches(Map<?, ?> deal) {
        return !body.containsKey("list_id")
                && (!body.containsKey("deal_ids") || strings("deal_ids").contains(text(deal, "id")))
                && passes("deal_status_ids", id -> id.equals(deal.get("deal_status_id")))
                && passes("owner_ids", id -> deal.get("owner_ids") instanceof List<?> owners && owners.contains(id))
                && (!is("show_open_deals_only") || deals.isOpen(deal.get("deal_status_id")))
                && (is("show_archived") || !deals.isArchived(deal.get("id")))
                && strings("keywords").stream().allMatch(word -> contains(text(deal, "name"), word))
                && inRange("closed_date_filter", text(deal, "closed_date"))
                && inRange("open_date_filter", text(deal, "created_at"))
                && StardexAttributeFilters.match(body, deal);
    }

    private boolean passes(String filter, Predicate<String> isThat) {
        return (!body.containsKey(filter + "_included")
                        || strings(filter + "_included").stream().anyMatch(isThat))
                && strings(filter + "_excluded").stream().noneMatch(isThat);
    }

    private boolean inRange(String filter, String day) {
        return !(body.get(filter) instanceof Map<?, ?> range) || StardexAttributeFilters.inRange(range, day);
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private boolean is(String flag) {
        return Boolean.TRUE.equals(body.get(flag));
    }

    private List<String> strings(String name) {
        return body.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private int whole(String name, int absent) {
        return body.get(name) instanceof Number number ? number.intValue() : absent;
    }

    private static boolean isWhole(@Nullable Object value, int least, int most) {
        return value instanceof Integer number && number >= least && number <= most;
    }

    private static @Nullable Object key(@Nullable Object deal, String field) {
        Object value = deal instanceof Map<?, ?> fields ? fields.get(field) : null;
        return value instanceof String || value instanceof Number ? value : null;
    }

    private static int compare(Object one, Object two) {
        return one instanceof Number && two instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(two.toString()))
                : one.toString().compareTo(two.toString());
    }

    private static String text(Map<?, ?> deal, String field) {
        return deal.get(field) instanceof String text ? text : "";
    }
}
