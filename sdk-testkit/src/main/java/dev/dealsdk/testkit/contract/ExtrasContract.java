package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Each extra reaches the vendor under its name; one that no vendor has is refused. */
final class ExtrasContract implements ContractCase.Group {
    private static final String UNKNOWN = "no_such_extra";

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values())
                .filter(claims::supports)
                .filter(operation -> operation == Operation.LIST
                        || !SampleRequests.sayable(operation).isEmpty())
                .flatMap(operation -> Stream.concat(
                        claims.extras(operation).stream().sorted().map(name -> claimed(operation, name)),
                        Stream.of(refused(operation))));
    }

    private static ContractCase claimed(Operation operation, String name) {
        return new ContractCase(operation.key() + ": extras." + name + " reaches the vendor", session -> {
            boolean needsDeal = operation != Operation.CREATE && operation != Operation.LIST;
            String id = needsDeal ? session.dealFor(operation) : "";
            Object value = session.samples().extra(name);
            session.chooseStage(session.claims().requiredFields(operation));
            ContractSession.Result<Optional<Deal>> result = session.watch(() -> {
                try {
                    return call(operation, id, Map.of(name, value), session);
                } catch (InvalidRequestException refusal) {
                    throw new AssertionError(
                            "the sample was refused; SampleValues.extra(\"" + name + "\", ...) sets another: "
                                    + refusal.getMessage(),
                            refusal);
                }
            });
            if (session.provider().sendsHttp()) {
                assertTrue(
                        result.sent().stream().anyMatch(request -> isIn(request, name, value)),
                        "no request that was sent has it");
            } else {
                assertTrue(
                        result.returned().map(Deal::toString).orElse("").contains(value.toString()),
                        "the deal does not hold it");
            }
        });
    }

    private static boolean isIn(SentRequest request, String name, Object value) {
        // What is no scalar is told by its name: a provider may send it in the vendor's form.
        boolean scalar = !(value instanceof Map) && !(value instanceof List);
        return request.names(name) && (!scalar || request.mentions(value));
    }

    private static ContractCase refused(Operation operation) {
        return new ContractCase(operation.key() + ": an extra that does not exist is refused", session -> {
            session.takeSampleStage();
            session.refused(
                    UnsupportedByProviderException.class,
                    operation,
                    () -> call(operation, "any", Map.of(UNKNOWN, "x"), session),
                    List.of(session.claims().provider(), operation.key(), "extras." + UNKNOWN, "it takes "));
        });
    }

    private static Optional<Deal> call(
            Operation operation, String id, Map<String, Object> extras, ContractSession session) {
        if (operation == Operation.LIST) {
            DealQuery query = DealQuery.builder().extras(extras).build();
            return session.deals().list(query).stream().findFirst();
        }
        Set<DealField> required = session.claims().requiredFields(operation);
        return Optional.of(session.requests().call(session.deals(), operation, id, required, extras));
    }
}
