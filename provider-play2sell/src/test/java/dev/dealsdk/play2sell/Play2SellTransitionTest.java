package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.Outcome;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving, winning, losing, and the stages in which deals stand. */
class Play2SellTransitionTest extends OnSimulator {

    @Test
    void move_byIdWithNote_sendsOneRequest() {
        Deal deal = deals.move(
                TECH_CORP,
                Move.builder()
                        .stage(StageRef.id(NEGOTIATION))
                        .note("Client approved the proposal, moving to negotiation")
                        .build());

        assertThat(sent()).containsExactly("POST /v1/deals/" + TECH_CORP + "/move");
        assertThat(lastBody()).isEqualTo(Fixtures.tree(Fixtures.text("move_docs_request.json")));
        assertThat(deal.stageId()).contains(NEGOTIATION);
        assertThat(deal.stageName()).contains("Negotiation");
        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deals.get(TECH_CORP)).isEqualTo(deal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Negotiation", "negotiation", "NEGOTIATION"})
    void move_byName_looksTheIdUpWithoutRegardToCase(String name) {
        Deal deal = deals.move(TECH_CORP, StageRef.named(name));

        assertThat(sent()).containsExactly("GET /v1/stages", "POST /v1/deals/" + TECH_CORP + "/move");
        assertThat(lastBody()).isEqualTo(Fixtures.tree("{\"stage_id\": \"" + NEGOTIATION + "\"}"));
        assertThat(deal.stageId()).contains(NEGOTIATION);
    }

    @Test
    void move_byNameAgain_doesNotReadTheStagesAgain() {
        deals.move(TECH_CORP, StageRef.named("Negotiation"));
        deals.move(STARTUP, StageRef.named("Proposal"));

        assertThat(sent()).filteredOn("GET /v1/stages"::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NEGOTIATION, "Negotiation"})
    void move_byAlias_reachesTheStageItStandsFor(String target) {
        try (DealsClient aliased = connect("deals.stages.bargaining", target)) {
            Deal deal = aliased.move(TECH_CORP, StageRef.named("bargaining"));

            assertThat(deal.stageId()).contains(NEGOTIATION);
        }
    }

    @Test
    void move_unknownName_isRefusedWithTheNamesThatExist() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class, () -> deals.move(TECH_CORP, StageRef.named("Haggling")));

        assertThat(refused).hasMessageContaining("Haggling").hasMessageContaining("Negotiation");
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(sent()).containsExactly("GET /v1/stages");
    }

    @Test
    void move_absentDeal_isNotFound() {
        assertThat(catchThrowableOfType(DealNotFoundException.class, () -> deals.move(ABSENT, StageRef.id(NEGOTIATION)))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void win_finalValueAndNote_closesTheDeal() {
        Deal deal = deals.win(
                TECH_CORP,
                Win.builder()
                        .finalValue(DealValue.of("82000.00"))
                        .note("Signed 12-month contract")
                        .build());

        assertThat(sent()).containsExactly("POST /v1/deals/" + TECH_CORP + "/close");
        assertThat(lastBody()).isEqualTo(Fixtures.tree(Fixtures.text("win_docs_request.json")));
        assertThat(deal.status()).isEqualTo(DealStatus.WON);
        assertThat(deal.stageName()).contains("Closed Won");
        assertThat(deals.get(TECH_CORP)).isEqualTo(deal);
    }

    @Test
    void win_nothingMoreToSay_sendsTheResultAlone() {
        deals.win(TECH_CORP);

        assertThat(lastBody()).isEqualTo(Fixtures.tree("{\"result\": \"won\"}"));
    }

    @Test
    void lose_reasonAndNote_closesTheDeal() {
        Deal deal = deals.lose(
                TECH_CORP,
                Loss.builder()
                        .reason("Lost to competitor")
                        .note("Chose CompetitorX due to lower pricing")
                        .build());

        assertThat(sent()).containsExactly("POST /v1/deals/" + TECH_CORP + "/close");
        assertThat(lastBody()).isEqualTo(Fixtures.tree(Fixtures.text("lose_docs_request.json")));
        assertThat(deal.status()).isEqualTo(DealStatus.LOST);
        assertThat(deals.get(TECH_CORP)).isEqualTo(deal);
    }

    @Test
    void lose_reasonAlone_sendsNoNote() {
        deals.lose(TECH_CORP, "Lost to competitor");

        assertThat(lastBody())
                .isEqualTo(Fixtures.tree("{\"result\": \"lost\", \"loss_reason\": \"Lost to competitor\"}"));
    }

    @Test
    void reopen_anyForm_isRefusedBeforeAnythingIsSent() {
        UnsupportedByProviderException plain =
                catchThrowableOfType(UnsupportedByProviderException.class, () -> deals.reopen(TECH_CORP));
        UnsupportedByProviderException intoStage = catchThrowableOfType(
                UnsupportedByProviderException.class,
                () -> deals.reopen(
                        TECH_CORP,
                        Reopen.builder().stage(StageRef.named("Proposal")).build()));

        assertThat(plain)
                .hasMessageContaining("play2sell")
                .hasMessageContaining("reopen")
                .hasMessageContaining("instead: reopen it in the product, or create a new deal");
        assertThat(plain.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(intoStage.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void stages_defaultPipeline_isReadInItsOrder() {
        List<Stage> stages = deals.stages();

        assertThat(sent()).containsExactly("GET /v1/stages");
        assertThat(stages)
                .extracting(Stage::name)
                .containsExactly(
                        "Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
        assertThat(stages.get(0))
                .isEqualTo(Stage.builder()
                        .id(PROSPECTING)
                        .name("Prospecting")
                        .position(1)
                        .probability(new BigDecimal("10"))
                        .kind(StageKind.UNKNOWN)
                        .build());
    }
}
