package dev.dealsdk.testkit.internal.play2sell;

import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import dev.dealsdk.testkit.internal.simulator.Page;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of Play2Sell's list call.
 *
 * <p>Assumed, the page being silent: bounds are inclusive; search ignores case and looks into name, contact name and
 * contact e-mail; a deal without the field in question fits no filter on it and sorts last in either direction; ties and
 * the default order follow creation; parameters no table lists are ignored.
 */
public final class Play2SellQuery {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");
    private static final Pattern COUNT = Pattern.compile("0*[1-9]\\d{0,17}");
    private static final Set<String> STATUSES = Set.of("open", "won", "lost");
    private static final List<String> SEARCHED = List.of("name", "contact_name", "contact_email");
    private static final List<String> FILTERS = List.of(
            "stage_id",
            "owner_id",
            "team_id",
            "status",
            "min_value",
            "max_value",
            "close_date_after",
            "close_date_before",
            "search");
    private static final Set<String> SORTABLE = Set.of("value", "created_at", "expected_close_date");

    private final SimulatorRequest request;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public Play2SellQuery(SimulatorRequest request) {
        this.request = request;
        check("page", value -> COUNT.matcher(value).matches(), "must be an integer from 1");
        check("per_page", Play2SellQuery::isPageSize, "must be an integer from 1 to 100");
        check(
                "sort",
                value -> SORTABLE.contains(sortField(value)),
                "must be one of " + SORTABLE.stream().sorted().toList());
        for (String name : List.of("stage_id", "owner_id", "team_id")) {
            check(name, FieldType.UUID::accepts, FieldType.UUID.rule());
        }
        check("status", STATUSES::contains, "must be open, won or lost");
        for (String name : List.of("min_value", "max_value")) {
            check(name, value -> NUMBER.matcher(value).matches(), FieldType.NUMBER.rule());
        }
        for (String name : List.of("close_date_after", "close_date_before")) {
            check(name, FieldType.DATE::accepts, FieldType.DATE.rule());
        }
    }

    /** Parameter name to message; the other methods need this to be empty. */
    public Map<String, String> problems() {
        return problems;
    }

    /** Elements that are no objects, which only a test can plant, pass every filter and stand at the end. */
    public Page page(List<@Nullable Object> deals) {
        List<@Nullable Object> found = new ArrayList<>(deals);
        if (FILTERS.stream().anyMatch(name -> request.parameter(name).isPresent())) {
            found.removeIf(deal -> deal instanceof Map<?, ?> fields && !matches(fields));
        }
        request.parameter("sort").ifPresent(sort -> found.sort(order(sort)));
        return Page.of(
                found,
                request.parameter("page").map(Long::valueOf).orElse(1L),
                request.parameter("per_page").map(Integer::valueOf).orElse(25));
    }

    private boolean matches(Map<?, ?> deal) {
        Object stage = deal.get("stage") instanceof Map<?, ?> fields ? fields.get("id") : null;
        return fits("stage_id", wanted -> wanted.equals(stage))
                && fits("owner_id", wanted -> wanted.equals(deal.get("owner_id")))
                && fits("team_id", wanted -> wanted.equals(deal.get("team_id")))
                && fits("status", wanted -> wanted.equals(deal.get("status")))
                && fits("min_value", wanted -> compare(number(deal), new BigDecimal(wanted), -1) >= 0)
                && fits("max_value", wanted -> compare(number(deal), new BigDecimal(wanted), 1) <= 0)
                && fits("close_date_after", wanted -> compare(text(deal, "expected_close_date"), wanted, -1) >= 0)
                && fits("close_date_before", wanted -> compare(text(deal, "expected_close_date"), wanted, 1) <= 0)
                && fits("search", wanted -> contains(deal, wanted));
    }

    private boolean fits(String parameter, Predicate<String> test) {
        return request.parameter(parameter).map(test::test).orElse(true);
    }

    private static Comparator<@Nullable Object> order(String sort) {
        boolean down = sort.startsWith("-");
        return switch (sortField(sort)) {
            case "value" -> by(Play2SellQuery::number, down);
            case "created_at" -> by(deal -> text(deal, "created_at").flatMap(Play2SellQuery::instant), down);
            default -> by(deal -> text(deal, "expected_close_date"), down);
        };
    }

    private static <T extends Comparable<T>> Comparator<@Nullable Object> by(
            Function<Map<?, ?>, Optional<T>> field, boolean down) {
        Comparator<T> values = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<@Nullable T> absentLast = Comparator.nullsLast(values);
        return (one, two) -> absentLast.compare(value(field, one), value(field, two));
    }

    private static <T> @Nullable T value(Function<Map<?, ?>, Optional<T>> field, @Nullable Object deal) {
        return deal instanceof Map<?, ?> fields ? field.apply(fields).orElse(null) : null;
    }

    private static <T extends Comparable<T>> int compare(Optional<T> actual, T bound, int ifAbsent) {
        return actual.map(value -> value.compareTo(bound)).orElse(ifAbsent);
    }

    private static boolean contains(Map<?, ?> deal, String wanted) {
        String needle = wanted.toLowerCase(Locale.ROOT);
        return SEARCHED.stream()
                .flatMap(field -> text(deal, field).stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(needle));
    }

    private static Optional<String> text(Map<?, ?> deal, String field) {
        return deal.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Map<?, ?> deal) {
        return deal.get("value") instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException planted) {
            return Optional.empty();
        }
    }

    private static boolean isPageSize(String text) {
        return COUNT.matcher(text).matches() && Long.parseLong(text) <= 100;
    }

    private static String sortField(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private void check(String parameter, Predicate<String> valid, String problem) {
        request.parameter(parameter).filter(valid.negate()).ifPresent(value -> problems.put(parameter, problem));
    }
}
