package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an operation requires is missed before anything is sent. */
final class RequiredContract implements ContractCase.Group {

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(claims::supports)
                // The type of a move asks for its stage already.
                .filter(operation -> operation != Operation.MOVE)
                .flatMap(operation -> claims.requiredFields(operation).stream()
                        .sorted()
                        .map(field -> new ContractCase(
                                operation.key() + ": without " + field.key() + " is refused",
                                session -> without(field, operation, session))));
    }

    private static void without(DealField field, Operation operation, ContractSession session) {
        session.takeSampleStage();
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        fields.addAll(session.claims().requiredFields(operation));
        fields.remove(field);
        InvalidRequestException refusal = (InvalidRequestException) session.refused(
                InvalidRequestException.class,
                operation,
                () -> session.call(operation, "any", fields),
                List.of(session.claims().provider(), operation.key(), field.key()));
        assertTrue(
                refusal.fieldErrors().stream().map(FieldError::field).anyMatch(field.key()::equals),
                () -> "the field errors do not name it: " + refusal.fieldErrors());
    }
}
