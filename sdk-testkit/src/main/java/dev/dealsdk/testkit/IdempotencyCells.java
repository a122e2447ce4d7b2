package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An idempotency key reaches the vendor with each write that takes one, and is refused with all others. */
final class IdempotencyCells implements Cell.Group {
    private static final String KEY = "contract-key-5f0c2b1e";

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(Operation::isWrite)
                .filter(claims::supports)
                .map(operation -> claims.takesIdempotencyKey(operation) ? claimed(operation) : refused(operation));
    }

    private static Cell claimed(Operation operation) {
        return new Cell(operation.key() + ": an idempotency key reaches the vendor", trial -> {
            String id = operation == Operation.CREATE ? "" : trial.dealFor(operation);
            trial.chooseStage(trial.claims().requiredFields(operation));
            int before = trial.wire().count();
            call(operation, id, trial);
            assertTrue(
                    !trial.provider().sendsHttp()
                            || trial.wire().after(before).stream().anyMatch(sent -> sent.hasHeaderValue(KEY)),
                    "no request that was sent has it in a header");
        });
    }

    private static Cell refused(Operation operation) {
        return new Cell(operation.key() + ": an idempotency key is refused", trial -> {
            trial.takeSampleStage();
            trial.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> call(operation, "any", trial),
                    List.of(trial.claims().provider(), operation.key(), "idempotencyKey", "leave it out"));
        });
    }

    private static void call(Operation operation, String id, Trial trial) {
        DealsClient deals =
                trial.deals().with(CallOptions.builder().idempotencyKey(KEY).build());
        if (operation == Operation.DELETE) {
            deals.delete(id);
        } else {
            trial.requests().call(deals, operation, id, OperationCells.least(operation, trial.claims()), Map.of());
        }
    }
}
