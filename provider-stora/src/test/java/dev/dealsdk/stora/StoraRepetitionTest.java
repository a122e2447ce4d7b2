package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, with which key, and what becomes of it. */
final class StoraRepetitionTest extends SimulatorTest {
    private static final NewDeal NEW_DEAL = NewDeal.builder().name("New").build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("posts")
    void post_lostAnswer_isSentAgainWithItsKeyAndDoneOnce(String name, Function<DealsClient, Deal> call) {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "**"));

        Deal deal = call.apply(deals);

        assertThat(deals.get(deal.id())).isEqualTo(deal);
        List<JournalEntry> posts = posts(simulator.journal());
        assertThat(posts).hasSize(2);
        assertThat(keys(posts)).hasSize(1);
        assertThat(posts).extracting(JournalEntry::applied).containsExactly(true, false);
    }

    static Stream<Arguments> posts() {
        return Stream.of(
                Arguments.of("create", (Function<DealsClient, Deal>) deals -> deals.create(NEW_DEAL)),
                Arguments.of("win", (Function<DealsClient, Deal>) deals -> deals.win(OPEN)),
                Arguments.of("lose", (Function<DealsClient, Deal>) deals -> deals.lose(OPEN, "price_concerns")),
                Arguments.of("reopen", (Function<DealsClient, Deal>) deals -> deals.reopen(WON)));
    }

    @Test
    void create_severalLostAnswers_makeOneDeal() {
        simulator.inject(Fault.cutAfterProcessing().times(2));
        simulator.inject(Fault.cutBeforeProcessing());

        deals.create(NEW_DEAL);

        assertThat(simulator.deals()).hasSize(4);
        assertThat(keys(simulator.journal())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void create_failureOfTheVendor_isUnknownAndNotSentAgain(int status) {
        simulator.inject(Fault.status(status)
                .body("{\"error\":{\"code\":\"api_error\",\"type\":\"api_error\",\"message\":\"oops\"}}")
                .afterProcessing());

        VendorUnavailableException failure =
                catchThrowableOfType(VendorUnavailableException.class, () -> deals.create(NEW_DEAL));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulator.journal()).hasSize(1);
    }

    @Test
    void create_sameKeyAfterAFailure_isAnsweredWithTheFailureAgain() {
        DealsClient keyed =
                deals.with(CallOptions.builder().idempotencyKey("order-4711").build());
        simulator.inject(Fault.status(500).afterProcessing());
        assertThat(catchThrowableOfType(DealsException.class, () -> keyed.create(NEW_DEAL)))
                .isNotNull();

        DealsException again = catchThrowableOfType(DealsException.class, () -> keyed.create(NEW_DEAL));

        assertThat(again.httpStatus()).contains(500);
        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void create_sameKeyByTheCaller_isTheSameDeal() {
        DealsClient keyed =
                deals.with(CallOptions.builder().idempotencyKey("order-4711").build());

        assertThat(keyed.create(NEW_DEAL)).isEqualTo(keyed.create(NEW_DEAL));
        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void update_lostAnswerOr503_isSentAgain() {
        simulator.inject(Fault.cutAfterProcessing());
        simulator.inject(Fault.status(503));

        assertThat(deals.update(OPEN, DealUpdate.builder().name("New").build()).name())
                .contains("New");
        assertThat(simulator.journal()).hasSize(3);
    }

    @Test
    void move_lostAnswer_isNotSentBlindly() {
        DealsClient unverified = connect(Map.of("deals.allow-unverified", "true"));
        simulator.inject(Fault.status(500).on("PATCH", "**"));

        DealsException failure =
                catchThrowableOfType(DealsException.class, () -> unverified.move(OPEN, StageRef.id(SECOND)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static List<JournalEntry> posts(List<JournalEntry> journal) {
        return journal.stream().filter(entry -> entry.method().equals("POST")).toList();
    }

    private static List<String> keys(List<JournalEntry> journal) {
        return journal.stream()
                .map(entry -> entry.header("Idempotency-Key").orElse("none"))
                .distinct()
                .toList();
    }
}
