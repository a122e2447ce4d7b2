package dev.dealsdk.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a transition whose answer is lost: the deal tells. */
final class BacksideFateTest {
    private static final String DEAL = BacksideServer.DEAL;

    private final BacksideSimulator simulator = BacksideSimulator.start();
    private final DealsClient deals = BacksideServer.connect(simulator, Map.of());

    @AfterEach
    void keepsTheContract() {
        deals.close();
        simulator.close();
        assertThat(simulator.contractViolations()).isEmpty();
    }

    static Stream<Arguments> transitions() {
        return Stream.of(
                Arguments.of(
                        "move", (Function<DealsClient, Deal>) deals -> deals.move(DEAL, StageRef.named("qualified"))),
                Arguments.of("win", (Function<DealsClient, Deal>) deals -> deals.win(DEAL)),
                Arguments.of("lose", (Function<DealsClient, Deal>)
                        deals -> deals.lose(DEAL, Loss.builder().build())),
                Arguments.of("reopen", (Function<DealsClient, Deal>) deals -> deals.reopen(DEAL)));
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
        assertThat(simulator.stageChanges(DEAL)).isEqualTo(1);
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

    private List<JournalEntry> writes() {
        return simulator.journal().stream()
                .filter(entry -> entry.method().equals("POST"))
                .toList();
    }
}
