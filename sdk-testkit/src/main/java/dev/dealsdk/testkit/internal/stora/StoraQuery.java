package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.internal.simulator.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of one request: paging, order and expansion [guide: responses, docs: list-all-stages].
 *
 * <p>Assumed: a value that breaks the rules is refused as {@code invalid_url_param}; parameters no page lists are
 * ignored; equal elements follow the direction of the sort.
 */
final class StoraQuery {
    private static final Pattern COUNT = Pattern.compile("0*[1-9]\\d{0,17}");
    private static final Set<String> DIRECTIONS = Set.of("ASC", "DESC");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final SimulatorRequest request;
    private final StoraReply reply;

    StoraQuery(SimulatorRequest request, StoraReply reply) {
        this.request = request;
        this.reply = reply;
    }

    Page page(List<? extends @Nullable Object> items) {
        String number = parameter("page", "1", value -> COUNT.matcher(value).matches(), "must be an integer from 1");
        String limit = parameter(
                "limit", String.valueOf(DEFAULT_LIMIT), StoraQuery::isLimit, "must be an integer from 1 to 100");
        return Page.of(new ArrayList<>(items), Long.parseLong(number), Integer.parseInt(limit));
    }

    /** In the order asked for; by default the newest first. */
    List<Map<String, @Nullable Object>> sorted(List<Map<String, @Nullable Object>> items, Set<String> sortable) {
        String by = parameter(
                "sort_by",
                "created_at",
                sortable::contains,
                "must be one of " + sortable.stream().sorted().toList());
        String direction = parameter("sort_direction", "DESC", DIRECTIONS::contains, "must be ASC or DESC");
        List<Map<String, @Nullable Object>> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(item -> String.valueOf(item.get(by)), StoraQuery::compare));
        if (direction.equals("DESC")) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    /** The references to inline: separated by commas, or by repeating the parameter. */
    Set<String> expansions(Set<String> known) {
        Set<String> names = new LinkedHashSet<>();
        for (String value : request.query().getOrDefault("expand", List.of())) {
            for (String name : value.split(",", -1)) {
                if (!known.contains(name)) {
                    throw reply.invalidParameter(
                            "expand",
                            "must name some of " + known.stream().sorted().toList());
                }
                names.add(name);
            }
        }
        return names;
    }

    private String parameter(String name, String byDefault, Predicate<String> valid, String rule) {
        String value = request.parameter(name).orElse(byDefault);
        if (!valid.test(value)) {
            throw reply.invalidParameter(name, rule);
        }
        return value;
    }

    private static boolean isLimit(String text) {
        return COUNT.matcher(text).matches() && Long.parseLong(text) <= MAX_LIMIT;
    }

    /** Positions by their size, everything else as text. */
    private static int compare(String one, String two) {
        boolean numbers = COUNT.matcher(one).matches() && COUNT.matcher(two).matches();
        return numbers ? Long.compare(Long.parseLong(one), Long.parseLong(two)) : one.compareTo(two);
    }
}
