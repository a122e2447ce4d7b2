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
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, with which key, and what becomes of it. */
final class StoraRepetitionTest extends SimulatorTest {
    private static final NewDeal NEW_DEAL = NewDeal.builder().name("New").build();

    @Test
    void create_lostAnswer_isSentAgainWithItsKeyAndDoneOnce() {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "**"));

        Deal deal = deals.create(NEW_DEAL);

        assertThat(deals.get(deal.id())).isEqualTo(deal);
        List<JournalEntry> posts = posts(simulator.journal());
        assertThat(posts).hasSize(2);
        assertThat(keys(posts)).hasSize(1);
        assertThat(posts).extracting(JournalEntry::applied).containsExactly(true, false);
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
    void win_failedAndSentAgain_hasAnotherKey() {
        simulator.inject(Fault.status(500).on("POST", "**"));

        deals.win(OPEN);

        List<JournalEntry> posts = posts(simulator.journal());
        assertThat(posts).extracting(JournalEntry::applied).containsExactly(false, true);
        assertThat(keys(posts))
                .as("what failed would be given again under the same key")
                .hasSize(2);
    }

    @Test
    void lose_lostAnswer_isDoneSinceTheDealShowsTheReason() {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "**"));

        assertThat(deals.lose(OPEN, "price_concerns").lostReason()).contains("price_concerns");
        assertThat(posts(simulator.journal())).hasSize(1);
    }

    @Test
    void lose_ofADealThatWasLostForAnotherReason_isNotTakenForDone() {
        deals.lose(OPEN, "chose_competitor");
        simulator.clearJournal();
        simulator.inject(Fault.status(500).on("POST", "**"));

        DealsException failure = catchThrowableOfType(DealsException.class, () -> deals.lose(OPEN, "price_concerns"));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(posts(simulator.journal())).hasSize(1);
    }

    @Test
    void reopen_withAnotherAssigneeOfAnOpenDeal_isNotTakenForDone() {
        simulator.inject(Fault.status(500).on("POST", "**"));

        DealsException failure = catchThrowableOfType(
                DealsException.class,
                () -> deals.reopen(
                        OPEN,
                        Reopen.builder().addOwnerIds("staff_999b3057d5df338e").build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(posts(simulator.journal())).hasSize(1);
    }

    @Test
    void move_lostAnswer_isNotSentAgain() {
        DealsClient unverified = connect(Map.of("deals.allow-unverified", "true"));
        simulator.inject(Fault.cutAfterProcessing().on("PATCH", "**"));

        assertThat(unverified.move(OPEN, StageRef.id(SECOND)).stageId()).contains(SECOND);
        assertThat(simulator.journal()).extracting(JournalEntry::method).containsExactly("PATCH", "GET");
    }

    @Test
    void updateDeal_stageAndMore_isNotClearedUpByTheStage() {
        StoraApi api = deals.unwrap(StoraApi.class);
        StoraDealUpdate update =
                StoraDealUpdate.builder().stage(FIRST).name("New").build();
        simulator.inject(Fault.status(500).on("PATCH", "**"));

        DealsException failure = catchThrowableOfType(DealsException.class, () -> api.updateDeal(OPEN, update));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulator.journal()).hasSize(1);
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
