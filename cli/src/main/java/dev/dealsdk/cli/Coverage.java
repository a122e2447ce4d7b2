package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.spi.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How each operation, field, filter and sort order is handled: by the vendor, by the SDK or not at all. */
final class Coverage {
    private final Capabilities can;
    private final List<Entry> entries = new ArrayList<>();

    private Coverage(Capabilities can) {
        this.can = can;
    }

    /** How one feature is handled. */
    private enum How {
        DOCUMENTED("by the vendor"),
        DERIVED("made from documented calls"),
        UNVERIFIED("by the vendor (unverified)"),
        KEPT("kept in "),
        FIXED("the same for all deals"),
        APPLIED_HERE("applied here"),
        DROPPED("dropped"),
        REFUSED("refused");

        private final String words;

        How(String words) {
            this.words = words;
        }

        static How of(Support support, boolean offered) {
            return offered
                    ? switch (support) {
                        case DOCUMENTED -> DOCUMENTED;
                        case DERIVED -> DERIVED;
                        case UNVERIFIED -> UNVERIFIED;
                        case NONE -> REFUSED;
                    }
                    : REFUSED;
        }
    }

    /**
     * One feature.
     *
     * @param kind {@code operation}, {@code field}, {@code filter} or {@code order}
     * @param operation the operation that sets a field; empty for other kinds
     * @param words how it is handled, as text
     */
    private record Entry(String kind, String name, Optional<Operation> operation, How how, String words) {}

    static Coverage of(Capabilities can) {
        Coverage coverage = new Coverage(can);
        coverage.operations();
        for (DealField field : DealField.values()) {
            coverage.field(field);
        }
        for (DealFilter filter : DealFilter.values()) {
            coverage.listing(
                    "filter",
                    filter.key(),
                    can.support(filter),
                    can.localFilters().contains(filter));
        }
        for (DealSort sort : DealSort.values()) {
            coverage.listing(
                    "order", sort.name(), can.support(sort), can.localSorts().contains(sort));
        }
        return coverage;
    }

    private void operations() {
        for (Operation operation : Operation.values()) {
            How how = How.of(can.support(operation), can.supports(operation));
            boolean isOff = how == How.REFUSED && can.support(operation) == Support.UNVERIFIED;
            boolean isConfigured = operation == Operation.LIST_STAGES && can.configuredStages();
            String words = isConfigured ? "from the configuration" : how.words;
            entries.add(new Entry(
                    "operation",
                    operation.key(),
                    Optional.empty(),
                    how,
                    isOff ? words + " without deals.allow-unverified=true" : words));
        }
    }

    private void field(DealField field) {
        Set<Operation> offered = new LinkedHashSet<>(field.operations());
        offered.removeIf(operation -> !can.supports(operation));
        if (offered.isEmpty()) {
            entries.add(new Entry("field", field.key(), Optional.empty(), How.REFUSED, How.REFUSED.words));
        }
        for (Operation operation : offered) {
            How how = how(operation, field);
            String place = how == How.KEPT
                    ? Optional.ofNullable(can.bridges().get(field))
                            .flatMap(FieldBridge::place)
                            .orElse("another place")
                    : "";
            String filledIn = can.defaults().containsKey(field) && how != How.REFUSED
                    ? ", by default \"" + can.defaults().get(field) + "\""
                    : "";
            entries.add(new Entry("field", field.key(), Optional.of(operation), how, how.words + place + filledIn));
        }
    }

    private How how(Operation operation, DealField field) {
        FieldBridge bridge = can.bridges().get(field);
        boolean isWritable = can.writableFields(operation).contains(field);
        if (bridge == null) {
            // A derived operation can set a field, too.
            return isWritable ? How.DOCUMENTED : How.REFUSED;
        }
        return switch (bridge.kind()) {
            case DROPPED -> isWritable ? How.DOCUMENTED : How.DROPPED;
            case KEPT -> isWritable ? How.KEPT : How.REFUSED;
            case FIXED -> isWritable ? How.FIXED : How.REFUSED;
        };
    }

    private void listing(String kind, String name, Support support, boolean isLocal) {
        boolean offered = can.supports(Operation.LIST) && support != Support.NONE;
        How how = offered && isLocal ? How.APPLIED_HERE : How.of(support, offered);
        entries.add(new Entry(kind, name, Optional.empty(), how, how.words));
    }

    /** The rows of a table: a feature and how it is handled. */
    List<List<String>> rows() {
        Map<List<String>, List<Entry>> things = new LinkedHashMap<>();
        entries.forEach(
                entry -> things.computeIfAbsent(List.of(entry.kind(), entry.name()), unused -> new ArrayList<>())
                        .add(entry));
        List<List<String>> rows = new ArrayList<>();
        things.forEach((thing, all) -> rows.add(List.of(String.join(" ", thing), words(all))));
        return rows;
    }

    private static String words(List<Entry> all) {
        Map<String, List<String>> operations = new LinkedHashMap<>();
        for (Entry entry : all) {
            operations
                    .computeIfAbsent(entry.words(), unused -> new ArrayList<>())
                    .add(entry.operation().map(Operation::key).orElse(""));
        }
        return operations.size() == 1
                ? all.get(0).words()
                : operations.entrySet().stream()
                        .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                        .collect(Collectors.joining("; "));
    }

    void write(JsonWriter out) {
        out.objects("coverage", entries, (one, entry) -> {
            one.value("kind", entry.kind().toUpperCase(Locale.ROOT)).value("name", entry.name());
            entry.operation().ifPresent(operation -> one.value("operation", operation.name()));
            one.value("how", entry.how().name()).value("words", entry.words());
        });
    }
}
