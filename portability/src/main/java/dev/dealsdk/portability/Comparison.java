package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is compared.
 *
 * @param from what the program runs with
 * @param to what it shall run with
 * @param needs what it needs of its vendor
 */
record Comparison(Endpoint from, Endpoint to, Requirements needs) {

    String fromProvider() {
        return from.provider();
    }

    String toProvider() {
        return to.provider();
    }

    Capabilities source() {
        return from.capabilities();
    }

    Capabilities target() {
        return to.capabilities();
    }

    /** Whether the program stays with its vendor: then what is there is used as it was before. */
    boolean isSameVendor() {
        return fromProvider().equals(toProvider());
    }

    /** Whether ids and names mean the same on both sides. */
    boolean isSameAccount() {
        return from.isAccountOf(to);
    }

    /** The names of this kind that the program needs. */
    List<Requirement> all(RequirementKind kind) {
        return needs.uses().keySet().stream()
                .filter(requirement -> requirement.kind() == kind)
                .toList();
    }

    /** The operations the program needs; all that the source can do if nothing is said of any. */
    Set<Operation> operations() {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        needs.uses().keySet().forEach(requirement -> requirement.operation().ifPresent(operations::add));
        if (operations.isEmpty()) {
            for (Operation operation : Operation.values()) {
                if (source().supports(operation)) {
                    operations.add(operation);
                }
            }
        }
        return operations;
    }

    /** Whether the program has been seen doing it, so that what it did not use need not be told. */
    boolean isRecorded(Operation operation) {
        return count(Requirement.operation(operation)) > 0;
    }

    boolean uses(Operation operation, DealField field) {
        return needs.uses().containsKey(Requirement.field(operation, field));
    }

    /** How often the program was seen doing it. */
    long count(Requirement requirement) {
        return needs.uses().getOrDefault(requirement, 0L);
    }

    /** The operations that need to be looked into: what is not offered at all is told once, as that. */
    Set<Operation> offered() {
        Set<Operation> offered = EnumSet.noneOf(Operation.class);
        operations().stream().filter(target()::supports).forEach(offered::add);
        return offered;
    }

    /** Whether deals read from the target are looked at. */
    boolean reads() {
        return offered().contains(Operation.GET) || offered().contains(Operation.LIST);
    }

    /** Whether the target takes a field in any operation. */
    boolean hasPlaceFor(DealField field) {
        return EnumSet.allOf(Operation.class).stream()
                .anyMatch(operation -> target().supports(operation)
                        && target().writableFields(operation).contains(field));
    }

    /** Why the target does not take a field, and what to do instead. */
    String note(DealField field, String otherwise) {
        return Optional.ofNullable(target().fieldNotes().get(field)).orElse(otherwise);
    }

    static String listed(Collection<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
