package dev.dealsdk.internal.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import dev.dealsdk.Requirements;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is compared: two configurations, what their providers claim under them, and what the program needs.
 *
 * @param target what is claimed under the configuration the program shall run with
 */
record Sides(DealsConfig from, DealsConfig to, Capabilities source, Capabilities target, Requirements needs) {

    /** The id of the provider it moves from. */
    String here() {
        return source.provider();
    }

    /** The id of the provider it moves to. */
    String there() {
        return target.provider();
    }

    /** Whether it stays with its vendor: then what is there is used as it was before. */
    boolean isSameVendor() {
        return here().equals(there());
    }

    /** Whether ids and names mean the same on both sides, as far as configurations tell. */
    boolean isSameAccount() {
        return isSameVendor()
                && from.baseUrl().equals(to.baseUrl())
                && from.token().equals(to.token())
                && from.tokenFile().equals(to.tokenFile())
                && from.oauthClientId().equals(to.oauthClientId());
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
                if (source.supports(operation)) {
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
        operations().stream().filter(target::supports).forEach(offered::add);
        return offered;
    }

    /** Whether deals read from the target are looked at. */
    boolean reads() {
        return offered().contains(Operation.GET) || offered().contains(Operation.LIST);
    }

    /** Whether the target takes a field in any operation. */
    boolean hasPlaceFor(DealField field) {
        return EnumSet.allOf(Operation.class).stream()
                .anyMatch(operation -> target.supports(operation)
                        && target.writableFields(operation).contains(field));
    }

    /** Why the target does not take a field, and what to do instead. */
    String note(DealField field, String otherwise) {
        return Optional.ofNullable(target.fieldNotes().get(field)).orElse(otherwise);
    }

    static String listed(Collection<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
