package dev.dealsdk.portability;

import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One feature that a program needs from a vendor, such as {@code operation.move} or {@code field.create.value}.
 * Contains only names, never a value or the id of a deal or a person.
 *
 * @param kind the kind of the requirement
 * @param name the name of the feature; starts with the operation's {@linkplain Operation#key() key} and a dot if it
 *     belongs to an operation
 */
public record Requirement(RequirementKind kind, String name) implements Comparable<Requirement> {
    private static final Comparator<Requirement> ORDER =
            Comparator.comparing(Requirement::kind).thenComparing(Requirement::name);

    // A running program makes some with every call: they must be checked fast.
    private static final Map<String, Operation> OPERATIONS = byKey(Operation.values(), Operation::key);
    private static final Set<String> FIELDS =
            byKey(DealField.values(), DealField::key).keySet();
    private static final Set<String> FILTERS =
            byKey(DealFilter.values(), DealFilter::key).keySet();
    private static final Set<String> SORTS =
            byKey(DealSort.values(), Requirement::key).keySet();

    /**
     * Creates a requirement.
     *
     * @param kind the kind of the requirement
     * @param name the name of the feature, in the format described above
     * @throws IllegalArgumentException if the name does not belong to the kind
     */
    public Requirement {
        Objects.requireNonNull(kind, "kind");
        if (!isKnown(kind, name)) {
            throw new IllegalArgumentException("name: there is no " + kind.key() + " \"" + name + "\"");
        }
    }

    /**
     * {@return the requirement of an operation}
     *
     * @param operation the operation
     */
    public static Requirement operation(Operation operation) {
        return new Requirement(RequirementKind.OPERATION, operation.key());
    }

    /**
     * {@return the requirement of a field that an operation sets}
     *
     * @param operation the operation that sets the field
     * @param field the field
     */
    public static Requirement field(Operation operation, DealField field) {
        return new Requirement(RequirementKind.FIELD, operation.key() + "." + field.key());
    }

    /**
     * {@return the requirement of a filter}
     *
     * @param filter the filter
     */
    public static Requirement filter(DealFilter filter) {
        return new Requirement(RequirementKind.FILTER, filter.key());
    }

    /**
     * {@return the requirement of an order}
     *
     * @param sort the order
     */
    public static Requirement sort(DealSort sort) {
        return new Requirement(RequirementKind.SORT, key(sort));
    }

    /**
     * {@return the requirement of a stage by alias or name}
     *
     * @param aliasOrName the alias or name, as {@link StageRef#named} accepts it
     */
    public static Requirement stage(String aliasOrName) {
        return new Requirement(RequirementKind.STAGE, aliasOrName);
    }

    /**
     * {@return the requirement of a custom field}
     *
     * @param aliasOrKey the alias or key, as in {@link NewDeal#customFields()}
     */
    public static Requirement customField(String aliasOrKey) {
        return new Requirement(RequirementKind.CUSTOM_FIELD, aliasOrKey);
    }

    /**
     * {@return the requirement with a text, as {@link #toString()} returns it; empty if there is none}
     *
     * @param text a text such as {@code field.create.value}
     */
    public static Optional<Requirement> parse(String text) {
        return Arrays.stream(RequirementKind.values())
                .filter(kind -> text.startsWith(kind.key() + "."))
                .findFirst()
                .filter(kind -> isKnown(kind, rest(text)))
                .map(kind -> new Requirement(kind, rest(text)));
    }

    /**
     * {@return the operation to which the requirement belongs; empty for stages, custom fields and the vendor's own
     * API}
     */
    public Optional<Operation> operation() {
        return switch (kind) {
            case OPERATION -> operation(name);
            case FIELD, EXTRA, IDEMPOTENCY_KEY -> operation(first(name));
            case CLEARED_FIELD -> Optional.of(Operation.UPDATE);
            case FILTER, SORT -> Optional.of(Operation.LIST);
            case STAGE, STAGE_ID, CUSTOM_FIELD, VENDOR_API -> Optional.empty();
        };
    }

    @Override
    public int compareTo(Requirement other) {
        return ORDER.compare(this, other);
    }

    /** {@return kind and name, separated by a dot, such as {@code field.create.value}} */
    @Override
    public String toString() {
        return kind.key() + "." + name;
    }

    private static boolean isKnown(RequirementKind kind, String name) {
        return switch (kind) {
            case OPERATION, IDEMPOTENCY_KEY -> OPERATIONS.containsKey(name);
            case FIELD -> OPERATIONS.containsKey(first(name)) && FIELDS.contains(rest(name));
            case CLEARED_FIELD -> FIELDS.contains(name);
            case EXTRA -> OPERATIONS.containsKey(first(name)) && !rest(name).isBlank();
            case FILTER -> FILTERS.contains(name);
            case SORT -> SORTS.contains(name);
            case STAGE, STAGE_ID, CUSTOM_FIELD, VENDOR_API -> !name.isBlank();
        };
    }

    private static Optional<Operation> operation(String key) {
        return Optional.ofNullable(OPERATIONS.get(key));
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    private static String key(DealSort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String first(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static String rest(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? "" : dotted.substring(dot + 1);
    }
}
