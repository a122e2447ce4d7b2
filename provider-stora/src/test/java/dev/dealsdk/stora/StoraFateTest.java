package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a transition whose answer is lost: the deal tells. */
final class StoraFateTest extends SimulatorTest {

    static Stream<Arguments> transitions() {
        return Stream.of(
                Arguments.of("win", (Function<DealsClient, Deal>) deals -> deals.win(OPEN)),
                Arguments.of("lose", (Function<DealsClient, Deal>) deals -> deals.lose(OPEN, "price_concerns")),
                Arguments.of("reopen", (Function<DealsClient, Deal>) deals -> deals.reopen(WON)));
    }

    private static Stream<Arguments> transitions(List<Fault> faults) {
        return transitions()
                .flatMap(transition -> faults.stream()
                        .map(fault -> Arguments.of(
                                transition.get()[0], fault, transition.get()[1])));
    }

    static Stream<Arguments> done() {
        return transitions(List.of(
                Fault.cutAfterProcessing(),
                Fault.status(500).afterProcessing(),
                Fault.status(504).afterProcessing()));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("done")
    void transition_doneAndAnswerLost_givesTheDealAndIsSentOnce(
            String name, Fault fault, Function<DealsClient, Deal> transition) {
        simulator.inject(fault.on("POST", "**"));

        Deal deal = transition.apply(deals);

        assertThat(deals.get(deal.id())).isEqualTo(deal);
        assertThat(writes()).singleElement().matches(JournalEntry::applied);
    }

    static Stream<Arguments> notDone() {
        return transitions(List.of(Fault.cutBeforeProcessing(), Fault.status(500), Fault.status(503)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("notDone")
    void transition_notDoneAndExchangeOver_isSentAgain(
            String name, Fault fault, Function<DealsClient, Deal> transition) {
        simulator.inject(fault.on("POST", "**"));

        Deal deal = transition.apply(deals);

        assertThat(deal.id()).isNotEmpty();
        assertThat(writes()).extracting(JournalEntry::applied).containsExactly(false, true);
        assertThat(writes())
                .extracting(entry -> entry.header("Idempotency-Key"))
                .as("what failed would be answered with its failure under the same key")
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> unclear() {
        return transitions(List.of(Fault.status(504)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("unclear")
    void transition_perhapsUnderWay_isUnknownAtTheDeadlineAndSentOnce(
            String name, Fault fault, Function<DealsClient, Deal> transition) {
        simulator.inject(fault.on("POST", "**"));
        DealsClient hasty = deals.with(
                CallOptions.builder().callTimeout(Duration.ofMillis(600)).build());

        DealsException failed = catchThrowableOfType(DealsException.class, () -> transition.apply(hasty));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed.httpStatus()).contains(504);
        assertThat(writes()).singleElement().matches(entry -> !entry.applied());
    }

    @Test
    void create_failureOfTheVendorWithAReference_givesTheDealThatWasMade() {
        DealsClient referring = connect(Map.of("deals.reference-field", "order"));
        simulator.inject(Fault.status(500).afterProcessing().on("POST", "**"));

        Deal deal = referring.create(
                NewDeal.builder().name("Order 4711").reference("4711").build());

        assertThat(deal.customFields()).containsEntry("order", "4711");
        assertThat(deal).isEqualTo(referring.get(deal.id()));
        assertThat(simulator.deals()).hasSize(4);
    }

    private List<JournalEntry> writes() {
        return simulator.journal().stream()
                .filter(entry -> entry.method().equals("POST"))
                .toList();
    }
}
