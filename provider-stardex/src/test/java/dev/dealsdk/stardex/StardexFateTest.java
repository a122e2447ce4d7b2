package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a transition whose answer is lost: the deal tells. */
final class StardexFateTest extends OnSimulator {
    private static final String ORDER = "d4e5f6a7-b8c9-0123-defa-456789012345";

    static Stream<Arguments> transitions() {
        return Stream.of(
                Arguments.of("move", (Function<DealsClient, Deal>) deals -> deals.move(ACME, StageRef.id(QUALIFIED))),
                Arguments.of("win", (Function<DealsClient, Deal>) deals -> deals.win(ACME)),
                Arguments.of("lose", (Function<DealsClient, Deal>)
                        deals -> deals.lose(ACME, Loss.builder().build())),
                Arguments.of("reopen", (Function<DealsClient, Deal>) deals -> deals.reopen(OLDER)));
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
        simulator.inject(fault.on("PATCH", "**"));

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
        simulator.inject(fault.on("PATCH", "**"));

        Deal deal = transition.apply(deals);

        assertThat(deal.id()).isNotEmpty();
        assertThat(writes()).extracting(JournalEntry::applied).containsExactly(false, true);
    }

    static Stream<Arguments> unclear() {
        return transitions(List.of(Fault.status(504)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("unclear")
    void transition_perhapsUnderWay_isUnknownAtTheDeadlineAndSentOnce(
            String name, Fault fault, Function<DealsClient, Deal> transition) {
        simulator.inject(fault.on("PATCH", "**"));
        DealsClient hasty = deals.with(
                CallOptions.builder().callTimeout(Duration.ofMillis(600)).build());

        DealsException failed = catchThrowableOfType(DealsException.class, () -> transition.apply(hasty));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failed.httpStatus()).contains(504);
        assertThat(writes()).singleElement().matches(entry -> !entry.applied());
    }

    @Test
    void create_lostAnswerWithAReference_givesTheDealThatWasMade() {
        simulator.addCustomField(ORDER, "Order", "string");
        simulator.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals"));

        try (DealsClient referring = connect("deals.reference-field", "order", "deals.fields.order", ORDER)) {
            Deal deal = referring.create(
                    NewDeal.builder().name("Order 4711").reference("4711").build());

            assertThat(deal.customFields()).containsEntry("order", "4711");
            assertThat(deal).isEqualTo(referring.get(deal.id()));
        }
        assertThat(simulator.deals()).hasSize(3);
    }

    private List<JournalEntry> writes() {
        return simulator.journal().stream()
                .filter(entry -> entry.method().equals("PATCH"))
                .toList();
    }
}
