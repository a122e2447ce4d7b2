package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What capabilities say must be whole, and must not contradict itself. */
final class ClaimContract implements ContractCase.Group {
    private static final Set<Operation> WITH_EXTRAS = EnumSet.of(
            Operation.CREATE,
            Operation.UPDATE,
            Operation.MOVE,
            Operation.WIN,
            Operation.LOSE,
            Operation.REOPEN,
            Operation.LIST);

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        Stream<ContractCase> operations = Arrays.stream(Operation.values())
                .flatMap(operation -> Stream.of(
                        new ContractCase(
                                operation.key() + ": is explained", session -> explained(session.claims(), operation)),
                        new ContractCase(
                                operation.key() + ": its claims fit together",
                                session -> fitTogether(session.claims(), operation))));
        return Stream.concat(
                operations,
                Stream.of(new ContractCase(
                        "the provider, its listings and its sources", session -> whole(session.claims()))));
    }

    private static void explained(Capabilities claims, Operation operation) {
        OperationCapability capability = claims.operations().get(operation);
        assertNotNull(capability, "nothing is said of it; say at least Support.NONE, why, and what to do instead");
        assertFalse(capability.explanation().isBlank(), "the explanation is blank");
        assertTrue(claims.explain(operation).contains(capability.explanation()));
        if (capability.support() == Support.NONE) {
            assertFalse(
                    capability.instead().orElse("").isBlank(),
                    "it is not offered, so the capability must say what to do instead");
        }
    }

    private static void fitTogether(Capabilities claims, Operation operation) {
        Set<DealField> writable = claims.writableFields(operation);
        Set<DealField> sayable = SampleRequests.sayable(operation);
        assertTrue(sayable.containsAll(writable), "its request has no place for all of " + writable);
        assertTrue(
                writable.containsAll(claims.requiredFields(operation)),
                "it requires what it does not take: " + claims.requiredFields(operation) + " of " + writable);
        if (claims.support(operation) == Support.NONE) {
            assertEquals(Set.of(), writable, "it is not offered, but takes fields");
        }
        if (!operation.isWrite()) {
            assertFalse(claims.takesIdempotencyKey(operation), "it writes nothing, but takes an idempotency key");
        }
        if (!WITH_EXTRAS.contains(operation)) {
            assertEquals(Set.of(), claims.extras(operation), "its request has no place for extras");
        }
        OperationCapability capability = claims.operations().get(operation);
        if (capability != null && operation != Operation.UPDATE) {
            assertEquals(Set.of(), capability.clearableFields(), "only an update can clear fields");
        }
    }

    private static void whole(Capabilities claims) {
        assertFalse(claims.provider().isBlank(), "the provider is blank");
        assertFalse(claims.source().isBlank(), "no source is named");
        assertTrue(claims.maxPageSize().orElse(1) > 0, "the largest page is empty");
        assertTrue(
                SampleRequests.sayable(Operation.UPDATE).containsAll(claims.clearableFields()),
                "no update can have set all of " + claims.clearableFields());
        claims.fieldNotes().forEach((field, note) -> assertFalse(note.isBlank(), "the note on " + field + " is blank"));
        if (claims.support(Operation.LIST) == Support.NONE) {
            assertEquals(Set.of(), claims.filters(), "there is no listing to filter");
            assertEquals(Set.of(), claims.sorts(), "there is no listing to sort");
        }
    }
}
