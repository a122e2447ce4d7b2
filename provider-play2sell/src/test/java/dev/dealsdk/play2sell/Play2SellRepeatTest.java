package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the vendor's calls may be sent twice. */
class Play2SellRepeatTest extends OnSimulator {
    private static final NewDeal PLAIN =
            NewDeal.builder().name("Plain").value(DealValue.of("1")).build();

    @Test
    void create_lostAnswer_isNotSentAgain() {
        simulator.inject(Fault.cutAfterProcessing());

        DealsException failure = catchThrowableOfType(DealsException.class, () -> deals.create(PLAIN));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(sent()).containsExactly("POST /v1/deals");
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void create_quotaSpent_isSentAgain() {
        simulator.inject(Fault.status(429));

        deals.create(PLAIN);

        assertThat(sent()).containsExactly("POST /v1/deals", "POST /v1/deals");
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void update_lostAnswer_isSentAgain() {
        simulator.inject(Fault.cutAfterProcessing());

        assertThat(deals.update(TECH_CORP, DealUpdate.builder().name("New").build())
                        .name())
                .contains("New");

        assertThat(sent()).hasSize(2);
    }

    @Test
    void delete_lostAnswer_isSentAgainAndIsDone() {
        simulator.inject(Fault.cutAfterProcessing());

        deals.delete(TECH_CORP);

        assertThat(simulator.journal()).hasSize(2);
        assertThat(lastSent().status()).isEqualTo(404);
        assertThat(simulator.deals()).hasSize(1);
    }

    static Stream<Named<Consumer<DealsClient>>> withData() {
        return Stream.of(
                named(
                        "move with a note",
                        deals -> deals.move(
                                TECH_CORP,
                                Move.builder()
                                        .stage(StageRef.id("990e8400-e29b-41d4-a716-446655440001"))
                                        .note("n")
                                        .build())),
                named(
                        "win with a final value",
                        deals -> deals.win(
                                TECH_CORP,
                                Win.builder().finalValue(DealValue.of("9")).build())),
                named(
                        "win with a note",
                        deals -> deals.win(TECH_CORP, Win.builder().note("n").build())),
                named("lose", deals -> deals.lose(TECH_CORP, "price")));
    }

    private static Named<Consumer<DealsClient>> named(String name, Consumer<DealsClient> call) {
        return Named.of(name, call);
    }

    /** No deal shows a note, a final value or a reason, so that one in that state may have been there before. */
    @ParameterizedTest
    @MethodSource("withData")
    void transition_withDataWhoseAnswerIsLost_isUnknownAndSentOnce(Consumer<DealsClient> transition) {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals/**"));

        DealsException failure = catchThrowableOfType(DealsException.class, () -> transition.accept(deals));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulator.journal()).extracting(JournalEntry::method).containsExactly("POST", "GET");
    }

    @ParameterizedTest
    @MethodSource("withData")
    void transition_withDataOfADealThatIsThereAlready_isNotTakenForDone(Consumer<DealsClient> transition) {
        transition.accept(deals);
        simulator.clearJournal();
        simulator.inject(Fault.status(500).on("POST", "/v1/deals/**"));

        DealsException failure = catchThrowableOfType(DealsException.class, () -> transition.accept(deals));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulator.journal()).noneMatch(JournalEntry::applied);
    }

    @Test
    void read_serverFailure_isSentAgain() {
        simulator.inject(Fault.status(503).times(3));

        assertThat(deals.get(TECH_CORP).name()).isPresent();

        assertThat(sent()).hasSize(4);
    }
}
