package dev.dealsdk.testkit;

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
final class RequiredCells implements Cell.Group {

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(claims::supports)
                // The type of a move asks for its stage already.
                .filter(operation -> operation != Operation.MOVE)
                .flatMap(operation -> claims.requiredFields(operation).stream()
                        .sorted()
                        .map(field -> new Cell(
                                operation.key() + ": without " + field.key() + " is refused",
                                trial -> without(field, operation, trial))));
    }

    private static void without(DealField field, Operation operation, Trial trial) {
        trial.takeSampleStage();
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        fields.addAll(trial.claims().requiredFields(operation));
        fields.remove(field);
        InvalidRequestException refusal = (InvalidRequestException) trial.refused(
                InvalidRequestException.class,
                operation,
                () -> trial.call(operation, "any", fields),
                List.of(trial.claims().provider(), operation.key(), field.key()));
        assertTrue(
                refusal.fieldErrors().stream().map(FieldError::field).anyMatch(field.key()::equals),
                () -> "the field errors do not name it: " + refusal.fieldErrors());
    }
}
