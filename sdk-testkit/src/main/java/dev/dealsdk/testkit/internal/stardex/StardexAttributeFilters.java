package dev.dealsdk.testkit.internal.stardex;

import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search on custom fields, and those on days.
 *
 * <p>Documented for persons: options are named by their ids. Assumed: {@code require_all} asks for all of {@code values}
 * instead of any; an empty {@code values} asks for nothing.
 */
final class StardexAttributeFilters {
    static final String[] NAMES = {
        "select_attribute_filters",
        "team_member_attribute_filters",
        "numeric_attribute_filters",
        "date_attribute_filters"
    };

    private StardexAttributeFilters() {}

    /** What is wrong with the filters, which are known to be arrays of objects. */
    static Map<String, String> problems(Map<String, @Nullable Object> body) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String name : NAMES) {
            for (Map<String, @Nullable Object> filter : StardexBodies.objects(body.get(name))) {
                FieldCheck check = new FieldCheck(filter)
                        .require("attribute_id")
                        .type(FieldType.UUID, "attribute_id")
                        .type(FieldType.TEXTS, "values", "excluded_values")
                        .type(FieldType.NUMBER, "min", "max")
                        .type(FieldType.BOOLEAN, "require_all");
                check.problems().forEach((field, problem) -> problems.put(name + "." + field, problem));
                rangeProblems(filter).forEach((field, problem) -> problems.put(name + "." + field, problem));
            }
        }
        return problems;
    }

    static Map<String, String> rangeProblems(Map<String, @Nullable Object> range) {
        return new FieldCheck(range)
                .test("start_date", StardexBodies::isDay, "must be an ISO 8601 date")
                .test("end_date", StardexBodies::isDay, "must be an ISO 8601 date")
                .type(FieldType.BOOLEAN, "include_empty")
                .problems();
    }

    static boolean match(Map<String, @Nullable Object> body, Map<?, ?> deal) {
        return StardexBodies.objects(body.get(NAMES[0])).stream()
                        .allMatch(filter -> named(filter, ids(filter, deal, "tag")))
                && StardexBodies.objects(body.get(NAMES[1])).stream()
                        .allMatch(filter -> named(filter, ids(filter, deal, "team_member")))
                && StardexBodies.objects(body.get(NAMES[2])).stream()
                        .allMatch(filter -> numeric(filter, values(filter, deal)))
                && StardexBodies.objects(body.get(NAMES[3])).stream()
                        .allMatch(filter -> inRange(
                                filter,
                                values(filter, deal).stream()
                                        .findFirst()
                                        .map(String::valueOf)
                                        .orElse("")));
    }

    /** Compares days; an empty text is no day. */
    static boolean inRange(Map<?, ?> range, String day) {
        if (day.isEmpty()) {
            return isUnbound(range.get("start_date"), range.get("end_date"))
                    || Boolean.TRUE.equals(range.get("include_empty"));
        }
        String date = day.substring(0, Math.min(10, day.length()));
        return (!(range.get("start_date") instanceof String start) || date.compareTo(start.substring(0, 10)) >= 0)
                && (!(range.get("end_date") instanceof String end) || date.compareTo(end.substring(0, 10)) <= 0);
    }

    private static boolean isUnbound(@Nullable Object from, @Nullable Object to) {
        return from == null && to == null;
    }

    private static boolean named(Map<String, @Nullable Object> filter, List<Object> present) {
        if (present.isEmpty() && Boolean.TRUE.equals(filter.get("include_empty"))) {
            return true;
        }
        List<?> wanted = filter.get("values") instanceof List<?> list ? list : List.of();
        List<?> unwanted = filter.get("excluded_values") instanceof List<?> list ? list : List.of();
        boolean found = wanted.isEmpty()
                || (Boolean.TRUE.equals(filter.get("require_all"))
                        ? present.containsAll(wanted)
                        : wanted.stream().anyMatch(present::contains));
        return found && unwanted.stream().noneMatch(present::contains);
    }

    private static boolean numeric(Map<String, @Nullable Object> filter, List<Object> present) {
        if (present.isEmpty() || !(present.get(0) instanceof Number number)) {
            return isUnbound(filter.get("min"), filter.get("max")) || Boolean.TRUE.equals(filter.get("include_empty"));
        }
        BigDecimal value = new BigDecimal(number.toString());
        return (!(filter.get("min") instanceof Number min) || value.compareTo(new BigDecimal(min.toString())) >= 0)
                && (!(filter.get("max") instanceof Number max) || value.compareTo(new BigDecimal(max.toString())) <= 0);
    }

    private static List<Object> values(Map<String, @Nullable Object> filter, Map<?, ?> deal) {
        return present(filter, deal, "value");
    }

    private static List<Object> ids(Map<String, @Nullable Object> filter, Map<?, ?> deal, String part) {
        return present(filter, deal, part).stream()
                .map(value -> value instanceof Map<?, ?> map ? map.get("id") : null)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> present(Map<String, @Nullable Object> filter, Map<?, ?> deal, String part) {
        List<Object> present = new ArrayList<>();
        if (deal.get("custom_fields") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> fields
                        && Objects.equals(fields.get("attribute_id"), filter.get("attribute_id"))) {
                    Object value = fields.get(part);
                    if (value != null) {
                        present.add(value);
                    }
                }
            }
        }
        return present;
    }
}
