package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.Fault;
import org.junit.jupiter.api.Test;

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

    @Test
    void read_serverFailure_isSentAgain() {
        simulator.inject(Fault.status(503).times(3));

        assertThat(deals.get(TECH_CORP).name()).isPresent();

        assertThat(sent()).hasSize(4);
    }
}
