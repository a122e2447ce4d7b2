package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines with which the second configuration would do what it refuses. Each of them has been tried. */
final class Proposals {
    private static final String KEEP = "deals.keep.";
    private static final String DROP = "deals.drop";
    private static final String DEFAULT = "deals.default.";
    private static final String CURRENCY = "deals.currency";
    private static final String LOCAL_QUERY = "deals.local-query";
    private static final String STAGE_ID = "STAGE_ID";

    private final Comparison comparison;
    private final Settings settings;
    private final Set<String> takenKeys = new HashSet<>();

    Proposals(Comparison comparison) {
        this.comparison = comparison;
        this.settings = Settings.of(comparison.to().config());
        DealsConfig to = comparison.to().config();
        comparison.all(RequirementKind.CUSTOM_FIELD).forEach(used -> takenKeys.add(used.name()));
        takenKeys.addAll(comparison.from().config().fields().keySet());
        takenKeys.addAll(to.fields().keySet());
        takenKeys.addAll(to.fields().values());
        to.referenceField().ifPresent(takenKeys::add);
        comparison.from().config().referenceField().ifPresent(takenKeys::add);
    }

    /** What the target would do without the lines that begin like this. */
    Capabilities without(String prefix) {
        return settings.without(prefix).capabilities().orElseGet(comparison::target);
    }

    /** So that an operation takes a field: kept if there is a place for it, else dropped, which is for people to decide. */
    List<SuggestedLine> field(Operation operation, DealField field) {
        if (field == DealField.STAGE || field == DealField.CUSTOM_FIELDS) {
            return List.of();
        }
        Predicate<Capabilities> takes =
                can -> can.supports(operation) && can.writableFields(operation).contains(field);
        String keep = KEEP + field.configName();
        return first(
                        takes,
                        special(field),
                        keys(field).map(key -> List.of(SuggestedLine.ready(keep, "custom:" + key))),
                        field == DealField.CURRENCY
                                ? Stream.of(List.of(SuggestedLine.toDecide(CURRENCY, "USD")))
                                : Stream.empty())
                .or(() -> custom(operation, field))
                .or(() -> first(
                        takes,
                        textExtras(operation).map(name -> List.of(SuggestedLine.toDecide(keep, "extra:" + name)))))
                .or(() -> first(can -> can.bridges().containsKey(field), Stream.of(List.of(dropping(field)))))
                .orElse(List.of());
    }

    /** What is better than a custom field of its own. */
    private Stream<List<SuggestedLine>> special(DealField field) {
        if (field == DealField.FINAL_VALUE) {
            SuggestedLine asValue = SuggestedLine.ready(KEEP + field.configName(), "value");
            SuggestedLine value = SuggestedLine.ready(KEEP + DealField.VALUE.configName(), "custom:value");
            return Stream.of(List.of(asValue), List.of(value, asValue));
        }
        return field == DealField.CURRENCY
                ? comparison.from().config().currency().stream()
                        .map(currency -> List.of(SuggestedLine.ready(CURRENCY, currency)))
                : Stream.empty();
    }

    private Stream<String> keys(DealField field) {
        String key = field.configName().replace('-', '_');
        return Stream.of(key, "kept_" + key).filter(name -> !takenKeys.contains(name));
    }

    /** Where the vendor makes the keys of custom fields up, people have to look one up. */
    private Optional<List<SuggestedLine>> custom(Operation operation, DealField field) {
        String keep = KEEP + field.configName();
        // What the vendor takes in another operation is kept nowhere.
        return comparison.hasPlaceFor(field)
                        || settings.values().containsKey(keep)
                        || !takes(writeOf(operation), DealField.CUSTOM_FIELDS)
                ? Optional.empty()
                : Optional.of(List.of(SuggestedLine.toDecide(keep, "custom:KEY_OF_A_TEXT_FIELD")));
    }

    private Stream<String> textExtras(Operation operation) {
        Operation write = writeOf(operation);
        return comparison.target().supports(write)
                ? comparison.target().textExtras(write).stream().sorted()
                : Stream.empty();
    }

    private boolean takes(Operation operation, DealField field) {
        return comparison.target().supports(operation)
                && comparison.target().writableFields(operation).contains(field);
    }

    /** What is kept with a transition is written by an update. */
    private static Operation writeOf(Operation operation) {
        return operation == Operation.CREATE ? Operation.CREATE : Operation.UPDATE;
    }

    private SuggestedLine dropping(DealField field) {
        return SuggestedLine.toDecide(
                DROP,
                Stream.concat(comparison.to().config().drop().stream(), Stream.of(field))
                        .map(DealField::configName)
                        .collect(Collectors.joining(",")));
    }

    /** So that an operation works without a field that the vendor requires: what is sent is for people to decide. */
    List<SuggestedLine> required(Operation operation, DealField field) {
        String value = switch (field) {
            case VALUE -> "0";
            case CURRENCY -> comparison.from().config().currency().orElse("USD");
            case STAGE -> STAGE_ID;
            case EXPECTED_CLOSE_ON -> "2030-12-31";
            default -> field.configName().toUpperCase(Locale.ROOT).replace('-', '_');
        };
        return first(
                        can -> !can.requiredFields(operation).contains(field),
                        Stream.of(List.of(SuggestedLine.toDecide(DEFAULT + field.configName(), value))))
                .orElse(List.of());
    }

    /** So that a listing takes a filter. */
    List<SuggestedLine> filter(DealFilter filter) {
        boolean sorts = comparison.to().config().sortsLocally();
        SuggestedLine line = SuggestedLine.ready(LOCAL_QUERY, sorts ? "filters,sorts" : "filters");
        List<SuggestedLine> stages = Stream.of("deals.won-stage", "deals.lost-stage")
                .filter(key -> !settings.values().containsKey(key))
                .map(key -> SuggestedLine.toDecide(key, STAGE_ID))
                .toList();
        return first(
                        can -> can.filters().contains(filter),
                        Stream.of(List.of(line)),
                        showing(
                                switch (filter) {
                                    case OWNER -> Optional.of(DealField.OWNERS);
                                    case MIN_VALUE, MAX_VALUE -> Optional.of(DealField.VALUE);
                                    case EXPECTED_CLOSE_AFTER, EXPECTED_CLOSE_BEFORE ->
                                        Optional.of(DealField.EXPECTED_CLOSE_ON);
                                    case STATUS, STAGE, TEAM, TEXT -> Optional.empty();
                                },
                                line),
                        Stream.of(
                                Stream.concat(stages.stream(), Stream.of(line)).toList()))
                .orElse(List.of());
    }

    /** So that a listing takes an order. */
    List<SuggestedLine> sort(DealSort sort) {
        SuggestedLine line = SuggestedLine.ready(LOCAL_QUERY, "filters,sorts");
        return first(
                        can -> can.sorts().contains(sort),
                        Stream.of(List.of(line)),
                        showing(
                                switch (sort) {
                                    case VALUE, VALUE_DESCENDING -> Optional.of(DealField.VALUE);
                                    case EXPECTED_CLOSE_ON, EXPECTED_CLOSE_ON_DESCENDING ->
                                        Optional.of(DealField.EXPECTED_CLOSE_ON);
                                    default -> Optional.empty();
                                },
                                line))
                .orElse(List.of());
    }

    /** The line with those that let deals have the field that it looks at. */
    private Stream<List<SuggestedLine>> showing(Optional<DealField> field, SuggestedLine line) {
        return field.stream()
                .flatMap(shown -> shown.operations().stream()
                        .filter(comparison.target()::supports)
                        .map(operation -> field(operation, shown)))
                .map(lines -> Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    /** So that an operation is offered. */
    List<SuggestedLine> operation(Operation operation) {
        String key = switch (operation) {
            case WIN -> "deals.won-stage";
            case LOSE -> "deals.lost-stage";
            case REOPEN -> "deals.open-stage";
            case LIST_STAGES -> "deals.stages.NAME";
            default -> "";
        };
        return first(
                        can -> can.supports(operation),
                        Stream.concat(
                                Stream.of(List.of(SuggestedLine.toDecide("deals.allow-unverified", "true"))),
                                key.isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(List.of(SuggestedLine.toDecide(key, STAGE_ID)))))
                .orElse(List.of());
    }

    /** The first of several that has the effect. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private Optional<List<SuggestedLine>> first(
            Predicate<Capabilities> effect, Stream<List<SuggestedLine>>... candidates) {
        return Stream.of(candidates)
                .flatMap(some -> some)
                .filter(lines -> {
                    Settings changed = settings;
                    for (SuggestedLine line : lines) {
                        changed = changed.with(line);
                    }
                    return changed.capabilities().filter(effect).isPresent();
                })
                .findFirst();
    }
}
