package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The vendor's own API, as {@code unwrap} gives it, fails like the neutral one. */
final class OwnApiContract implements ContractCase.Group {
    private final BiConsumer<DealsClient, String> call;

    /** @param call about the deal with an id, through the vendor's own API */
    OwnApiContract(BiConsumer<DealsClient, String> call) {
        this.call = call;
    }

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Stream.of(
                new ContractCase("a call about a deal works", session -> call.accept(session.deals(), session.deal())),
                new ContractCase("a call about no such deal says so", this::ofNoDeal));
    }

    private void ofNoDeal(ContractSession session) {
        // Aborts here where the provider's test makes no such call.
        call.accept(session.deals(), session.deal());
        String absent = OperationContract.absentLike(session.deal());
        DealNotFoundException failure =
                assertThrows(DealNotFoundException.class, () -> call.accept(session.deals(), absent));
        assertEquals(Optional.of(absent), failure.dealId());
        String message = String.valueOf(failure.getMessage());
        assertFalse(message.contains("deals.base-url"), "it looks for the fault in the configuration: " + message);
    }
}
