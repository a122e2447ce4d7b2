package dev.dealsdk.testkit.contract;

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
final class IdempotencyContract implements ContractCase.Group {
    private static final String KEY = "contract-key-5f0c2b1e";

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(Operation::isWrite)
                .filter(claims::supports)
                .map(operation -> claims.takesIdempotencyKey(operation) ? claimed(operation) : refused(operation));
    }

    private static ContractCase claimed(Operation operation) {
        return new ContractCase(operation.key() + ": an idempotency key reaches the vendor", session -> {
            String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
            session.chooseStage(session.claims().requiredFields(operation));
            int before = session.wire().count();
            call(operation, id, session);
            assertTrue(
                    !session.provider().sendsHttp()
                            || session.wire().after(before).stream().anyMatch(sent -> sent.hasHeaderValue(KEY)),
                    "no request that was sent has it in a header");
        });
    }

    private static ContractCase refused(Operation operation) {
        return new ContractCase(operation.key() + ": an idempotency key is refused", session -> {
            session.takeSampleStage();
            session.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> call(operation, "any", session),
                    List.of(session.claims().provider(), operation.key(), "idempotencyKey", "leave it out"));
        });
    }

    private static void call(Operation operation, String id, ContractSession session) {
        DealsClient deals =
                session.deals().with(CallOptions.builder().idempotencyKey(KEY).build());
        if (operation == Operation.DELETE) {
            deals.delete(id);
        } else {
            session.requests()
                    .call(deals, operation, id, OperationContract.least(operation, session.claims()), Map.of());
        }
    }
}
