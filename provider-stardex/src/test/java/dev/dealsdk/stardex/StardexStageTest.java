package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.StageRef;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import dev.dealsdk.testkit.Fault;
import org.junit.jupiter.api.Test;

/** Move, win, lose, reopen, and the statuses they rest on. */
class StardexStageTest extends OnSimulator {
    private static final String[] BY_NAME = {
        "deals.allow-unverified", "true",
        "deals.stages.closed", "Won",
        "deals.won-stage", "closed",
        "deals.lost-stage", "lost",
        "deals.open-stage", "Prospect"
    };

    @Test
    void move_toAnotherStatus_isThere() {
        Deal deal = deals.move(ACME, StageRef.id(QUALIFIED));

        assertThat(deal.stageId()).contains(QUALIFIED);
        assertThat(sent()).containsExactly("PATCH /v1/deals/" + ACME, "POST /v1/deals/search");
    }

    @Test
    void closing_byConfiguredIds_setsTheStatuses() {
        assertThat(deals.win(ACME).status()).isEqualTo(DealStatus.WON);
        assertThat(deals.lose(ACME, Loss.builder().build()).status()).isEqualTo(DealStatus.LOST);
        assertThat(deals.reopen(ACME).status()).isEqualTo(DealStatus.OPEN);
        assertThat(deals.get(ACME).stageId()).contains(PROSPECT);
        assertThat(sent()).as("nothing had to be looked up").doesNotContain("GET /v1/deals/statuses");
    }

    @Test
    void reopen_inAnotherStage_goesThere() {
        Deal deal = deals.reopen(
                ACME, Reopen.builder().stage(StageRef.id(QUALIFIED)).build());

        assertThat(deal.stageId()).contains(QUALIFIED);
        assertThat(deal.status()).as("neither won nor lost").isEqualTo(DealStatus.OPEN);
    }

    @Test
    void closing_byNames_looksThemUpOnce() {
        try (DealsClient client = connect(BY_NAME)) {
            assertThat(client.win(ACME).status()).isEqualTo(DealStatus.WON);
            assertThat(client.reopen(ACME).status()).isEqualTo(DealStatus.OPEN);
            assertThat(client.lose(OLDER, Loss.builder().build()).status()).isEqualTo(DealStatus.LOST);
            assertThat(client.get(ACME).stageId()).contains(PROSPECT);
        }
        assertThat(sent()).filteredOn("GET /v1/deals/statuses"::equals).hasSize(1);
    }

    @Test
    void connect_withANameWhereStatusesCannotBeListed_isRefused() {
        assertThatThrownBy(() -> connect("deals.won-stage", "Won", "deals.stages.talks", "Qualified"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deals.won-stage: \"Won\" is not the id of a stage at stardex")
                .hasMessageContaining("deals.stages.talks: \"Qualified\" is not the id of a stage at stardex")
                .hasMessageContaining("or set deals.allow-unverified=true");
        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void connect_withAWonStageThatDoesNotExist_isRefused() {
        assertThatThrownBy(() -> connect("deals.allow-unverified", "true", "deals.won-stage", "Wonn"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deals.won-stage: \"Wonn\" is no stage of the account")
                .hasMessageContaining("Proposal Sent");
        assertThat(sent()).containsExactly("GET /v1/deals/statuses");
    }

    @Test
    void stages_allowedUnverified_areThoseOfTheAccount() {
        try (DealsClient client = connect(BY_NAME)) {
            assertThat(client.stages())
                    .extracting(Stage::name, Stage::kind)
                    .containsExactly(
                            tuple("Prospect", StageKind.OPEN),
                            tuple("Qualified", StageKind.OPEN),
                            tuple("Proposal Sent", StageKind.OPEN),
                            tuple("Won", StageKind.WON),
                            tuple("Lost", StageKind.LOST));
            assertThat(client.move(ACME, StageRef.named("proposal SENT")).stageId())
                    .contains(PROPOSAL_SENT);
        }
    }

    @Test
    void stages_notAllowed_areThoseOfTheConfiguration() {
        assertThat(deals.stages())
                .extracting(Stage::kind)
                .containsExactly(StageKind.WON, StageKind.LOST, StageKind.OPEN);
        assertThat(deals.capabilities().support(Operation.LIST_STAGES)).isEqualTo(Support.DERIVED);
        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void stageName_whereStatusesCannotBeListed_isRefusedUnlessAnAlias() {
        assertThatThrownBy(() -> deals.move(ACME, StageRef.named("Qualified")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("deals.stages.Qualified");
        assertThat(simulator.journal()).isEmpty();

        try (DealsClient client = connect("deals.stages.Qualified", QUALIFIED)) {
            assertThat(client.move(ACME, StageRef.named("Qualified")).stageId()).contains(QUALIFIED);
        }
    }

    @Test
    void stages_atAPathThatDoesNotExist_saySo() {
        simulator.inject(
                Fault.status(404)
                        .body(
                                "{\"message\":\"Route GET:/v1/deals/statuses not found\",\"error\":\"Not Found\",\"statusCode\":404}"));

        try (DealsClient client = connect("deals.allow-unverified", "true")) {
            assertThatThrownBy(() -> client.move(ACME, StageRef.named("Qualified")))
                    .isInstanceOfSatisfying(
                            UnsupportedByProviderException.class,
                            failed -> assertThat(failed.outcome()).isEqualTo(Outcome.NOT_SENT))
                    .hasMessageContaining("GET /v1/deals/statuses");
        }
    }

    @Test
    void closing_unconfigured_isRefused() {
        try (DealsClient client = connect()) {
            assertThatThrownBy(() -> client.win(ACME))
                    .isInstanceOf(UnsupportedByProviderException.class)
                    .hasMessageContaining("deals.won-stage");
            assertThatThrownBy(() -> client.lose(ACME, "price"))
                    .isInstanceOf(UnsupportedByProviderException.class)
                    .hasMessageContaining("deals.lost-stage");
            assertThatThrownBy(() -> client.reopen(ACME))
                    .isInstanceOf(UnsupportedByProviderException.class)
                    .hasMessageContaining("deals.open-stage");
            assertThatThrownBy(() -> client.list(
                                    DealQuery.builder().status(DealStatus.WON).build())
                            .iterator()
                            .hasNext())
                    .isInstanceOf(UnsupportedByProviderException.class)
                    .hasMessageContaining("deals.won-stage");
            assertThat(simulator.journal()).isEmpty();
            assertThat(client.get(ACME).status()).isEqualTo(DealStatus.UNKNOWN);
        }
    }

    @Test
    void win_withWhatStardexHasNoPlaceFor_isRefused() {
        assertThatThrownBy(() -> deals.win(ACME, Win.builder().note("n").build()))
                .isInstanceOf(UnsupportedByProviderException.class)
                .hasMessageContaining("note");
        assertThatThrownBy(() -> deals.lose(ACME, "price"))
                .isInstanceOf(UnsupportedByProviderException.class)
                .hasMessageContaining("no loss reason");
        assertThat(deals.capabilities().supports(Operation.DELETE)).isFalse();
        assertThatThrownBy(() -> deals.delete(ACME)).isInstanceOf(UnsupportedByProviderException.class);
        assertThat(simulator.journal()).isEmpty();
    }
}
