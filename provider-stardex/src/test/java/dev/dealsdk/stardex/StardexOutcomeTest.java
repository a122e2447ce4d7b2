package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.Fault;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a write that failed. */
class StardexOutcomeTest extends OnSimulator {

    static List<Consumer<DealsClient>> changes() {
        return List.of(
                client -> client.update(ACME, DealUpdate.builder().name("New").build()),
                client -> client.move(ACME, StageRef.id(QUALIFIED)),
                client -> client.win(ACME),
                client -> client.reopen(ACME));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_thatCannotBeReadBack_wasApplied(Consumer<DealsClient> change) {
        simulator.inject(Fault.status(500).on("POST", "/v1/deals/search").times(10));

        DealsException failed = catchThrowableOfType(DealsException.class, () -> change.accept(deals));

        assertThat(failed.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(failed.httpStatus()).contains(500);
        assertThat(simulator.journal()).filteredOn(entry -> entry.applied()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_ofADealThatTheSearchDoesNotFind_wasApplied(Consumer<DealsClient> change) {
        simulator.archive(ACME);

        DealsException failed = catchThrowableOfType(DealsException.class, () -> change.accept(deals));

        assertThat(failed.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void update_whoseAnswerIsLost_isRepeated() {
        simulator.inject(Fault.cutAfterProcessing().on("PATCH", "/v1/deals/*"));

        assertThat(deals.update(ACME, DealUpdate.builder().name("New").build()).name())
                .contains("New");
        assertThat(sent()).filteredOn(line -> line.startsWith("PATCH")).hasSize(2);
    }

    @Test
    void create_whoseAnswerIsLost_isUnknownAndNotRepeated() {
        simulator.inject(Fault.cutAfterProcessing());

        DealsException failed = catchThrowableOfType(
                DealsException.class,
                () -> deals.create(NewDeal.builder().name("Once").build()));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void search_thatFailsOnce_isRepeated() {
        simulator.inject(Fault.status(502));

        assertThat(deals.get(ACME).id()).isEqualTo(ACME);
        assertThat(simulator.journal()).hasSize(2);
    }

    @Test
    void write_withoutPermission_isRejected() {
        try (DealsClient reader = connect("deals.token", simulator.readOnlyToken())) {
            assertThat(reader.get(ACME).id()).isEqualTo(ACME);

            PermissionException failed =
                    catchThrowableOfType(PermissionException.class, () -> reader.move(ACME, StageRef.id(QUALIFIED)));

            assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void read_whenTheQuotaIsSpent_isRateLimited() {
        simulator.enforceRateLimit(true);
        for (int i = 0; i < 60; i++) {
            deals.get(ACME);
        }

        RateLimitedException failed = catchThrowableOfType(RateLimitedException.class, () -> deals.get(ACME));

        // A minute, in whole seconds on both sides of the wire.
        assertThat(failed.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait.toSeconds()).isBetween(1L, 61L));
    }
}
