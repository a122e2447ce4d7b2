package dev.dealsdk.internal.client;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.spi.CallScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses what the provider does not claim, saying why and what there is instead. */
final class CapabilityChecks {
    private final Capabilities capabilities;

    CapabilityChecks(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** The operation itself, and an idempotency key if there is one. */
    void operation(Operation operation, CallOptions options, CallScope scope) {
        if (!capabilities.supports(operation)) {
            String reason = capabilities.explain(operation);
            throw scope.unsupported(
                    capabilities.support(operation) == Support.UNVERIFIED
                            ? "off, because it is not fully documented: " + reason
                                    + "; set deals.allow-unverified=true to try it"
                            : "not supported: " + reason);
        }
        if (operation.isWrite()
                && options.idempotencyKey().isPresent()
                && !capabilities.takesIdempotencyKey(operation)) {
            throw scope.unsupported("idempotencyKey is not supported: " + capabilities.provider()
                    + " documents no idempotency key for " + operation.key() + "; leave it out");
        }
    }

    /** The fields that are set, and the names in the extras: all that are not supported, in one refusal. */
    void fields(Operation operation, Set<DealField> set, Map<String, @Nullable Object> extras, CallScope scope) {
        refuse(unsupported(operation, set, extras), scope);
    }

    /** As {@link #fields}, with the fields that are to be cleared. */
    void update(DealUpdate update, Set<DealField> set, CallScope scope) {
        List<String> faults = unsupported(Operation.UPDATE, set, update.extras());
        faults.addAll(unclearable(update.cleared()));
        refuse(faults, scope);
    }

    /** What is dropped may be said; a currency and a period are parts of a value that is. */
    private boolean isDropped(DealField field) {
        boolean isPart = field == DealField.CURRENCY || field == DealField.VALUE_PERIOD;
        return is(field, FieldBridge.Kind.DROPPED) || (isPart && is(DealField.VALUE, FieldBridge.Kind.DROPPED));
    }

    private boolean is(DealField field, FieldBridge.Kind kind) {
        FieldBridge bridge = capabilities.bridges().get(field);
        return bridge != null && bridge.kind() == kind;
    }

    /** Filters, order, page size and extras of a listing. */
    void query(DealQuery query, CallScope scope) {
        List<String> faults = new ArrayList<>(0);
        Set<DealFilter> filters = Queries.filtersOf(query);
        filters.removeAll(capabilities.filters());
        if (!filters.isEmpty()) {
            faults.add((filters.size() == 1 ? "the filter " : "the filters ") + list(filters, DealFilter::key)
                    + (filters.size() == 1 ? " is" : " are") + " not supported: " + capabilities.provider()
                    + " can filter by " + list(capabilities.filters(), DealFilter::key));
        }
        if (query.sort().isPresent()
                && !capabilities.sorts().contains(query.sort().get())) {
            faults.add("the order " + query.sort().get() + " is not supported: " + capabilities.provider()
                    + " can sort by " + list(capabilities.sorts(), Enum::name));
        }
        faults.addAll(unsupported(Operation.LIST, Set.of(), query.extras()));
        refuse(faults, scope);
        int size = query.pageSize().orElse(0);
        int most = capabilities.maxPageSize().orElse(Integer.MAX_VALUE);
        if (size > most) {
            throw scope.invalid(
                    "pageSize", size + " is more than the " + most + " that " + capabilities.provider() + " allows");
        }
    }

    private List<String> unsupported(Operation operation, Set<DealField> set, Map<String, @Nullable Object> extras) {
        List<String> faults = new ArrayList<>(0);
        Set<DealField> writable = capabilities.writableFields(operation);
        for (DealField field : set) {
            if (!writable.contains(field) && !isDropped(field)) {
                faults.add(field.key() + " is not supported in " + operation.key() + ": " + reason(field));
            }
        }
        if (!faults.isEmpty()) {
            addWhatThereIs(faults, "; it takes " + keys(writable));
        }
        if (extras.isEmpty()) {
            return faults;
        }
        Set<String> documented = capabilities.extras(operation);
        List<String> unknown = new ArrayList<>(0);
        for (String name : extras.keySet()) {
            if (!documented.contains(name)) {
                unknown.add("extras." + name + " is not supported in " + operation.key() + ": "
                        + capabilities.provider() + " documents no such extra field there");
            }
        }
        if (!unknown.isEmpty()) {
            addWhatThereIs(unknown, "; it takes " + list(documented, name -> name));
            faults.addAll(unknown);
        }
        return faults;
    }

    private List<String> unclearable(Set<DealField> cleared) {
        Set<DealField> clearable = capabilities.clearableFields();
        List<String> faults = new ArrayList<>(0);
        for (DealField field : new TreeSet<>(cleared)) {
            if (!clearable.contains(field) && !isDropped(field)) {
                faults.add(field.key() + " cannot be cleared: " + capabilities.provider()
                        + " documents no way to clear its value (" + capabilities.explain(Operation.UPDATE) + ")");
            }
        }
        if (!faults.isEmpty()) {
            addWhatThereIs(faults, "; the fields that can be cleared are " + keys(clearable));
        }
        return faults;
    }

    /** Once, behind the last of them. */
    private static void addWhatThereIs(List<String> faults, String alternatives) {
        int last = faults.size() - 1;
        faults.set(last, faults.get(last) + alternatives);
    }

    private static void refuse(List<String> faults, CallScope scope) {
        if (!faults.isEmpty()) {
            throw scope.unsupported(String.join("; ", faults));
        }
    }

    private String reason(DealField field) {
        String note = capabilities.fieldNotes().get(field);
        return note != null ? note : capabilities.provider() + " documents no such field there";
    }

    private static String keys(Collection<DealField> fields) {
        return list(new TreeSet<>(fields), DealField::key);
    }

    private static <T> String list(Collection<T> elements, Function<? super T, String> word) {
        return elements.isEmpty()
                ? "nothing"
                : elements.stream().map(word).distinct().collect(Collectors.joining(", "));
    }
}
