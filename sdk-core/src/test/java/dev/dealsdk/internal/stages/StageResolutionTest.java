package dev.dealsdk.internal.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.Support;
import dev.dealsdk.internal.client.FakeVendor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StageResolutionTest {
    private final FakeVendor vendor = new FakeVendor();

    @ParameterizedTest
    @CsvSource({"Negotiation", "negotiation", "NEGOTIATION", "' Negotiation '", "talks", "haggling", "s2"})
    void move_aliasNameOrId_arrivesAsTheId(String name) {
        DealsClient deals = vendor.connect("deals.stages.talks", "s2", "deals.stages.haggling", "negotiation");

        deals.move("d1", StageRef.named(name));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("s2")));
    }

    @ParameterizedTest
    @CsvSource({
        "N\u00e9gociation, Ne\u0301gociation",
        "Ne\u0301gociation, N\u00c9GOCIATION",
        "Closed Won, Closed\u00a0Won",
        "Closed\u202fWon, closed won",
        "Closed Won, 'Closed  Won'",
        "Won\u200b, Won",
        "'\ufeffWon\u00a0', won"
    })
    void move_nameThatLooksTheSame_isFound(String theirs, String ours) {
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s2", theirs));

        vendor.connect().move("d1", StageRef.named(ours));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("s2")));
    }

    @Test
    void move_byId_isNotLookedUp() {
        vendor.connect().move("d1", StageRef.id("whatever"));

        assertThat(vendor.arrived).containsExactly(Move.to(StageRef.id("whatever")));
    }

    @Test
    void everyRequestWithAStage_isResolved() {
        DealsClient deals = vendor.connect();

        deals.create(NewDeal.builder().name("x").stage(StageRef.named("lead")).build());
        deals.list(DealQuery.builder().stage(StageRef.named("won")).build()).forEach(deal -> {});

        assertThat(vendor.arrived(NewDeal.class).get(0).stage()).contains(StageRef.id("s1"));
        assertThat(vendor.arrived(DealQuery.class).get(0).stage()).contains(StageRef.id("s3"));
        assertThat(vendor.countOf("stages")).as("the names are remembered").isEqualTo(1);
    }

    @Test
    void move_aliasBeforeAStageOfThatName() {
        vendor.connect("deals.stages.lead", "s3").move("d1", StageRef.named("lead"));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("s3")));
    }

    @Test
    void move_nameThatIsAnotherStagesId_isTheName() {
        vendor.stages = List.of(FakeVendor.stage("1", "2"), FakeVendor.stage("2", "1"));

        vendor.connect().move("d1", StageRef.named("1"));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("2")));
    }

    @Test
    void move_aliasOfAnIdThatIsAnotherStagesName_isTheId() {
        vendor.stages = List.of(FakeVendor.stage("1", "2"), FakeVendor.stage("2", "1"));

        vendor.connect("deals.stages.first", "1").move("d1", StageRef.named("first"));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("1")));
    }

    @Test
    void move_ambiguousName_isRefusedWithTheIds() {
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s9", "LEAD"));

        InvalidRequestException thrown = refused(vendor.connect(), "lead");

        assertThat(thrown).hasMessageContaining("\"lead\" is the name of 2 stages (ids s1, s9); use StageRef.id");
    }

    @Test
    void move_nameNoLongerAmbiguous_isFound() {
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s9", "LEAD"));
        DealsClient deals = vendor.connect();
        refused(deals, "lead");
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s9", "Cold"));

        deals.move("d1", StageRef.named("lead"));

        assertThat(vendor.arrived(Move.class)).containsExactly(Move.to(StageRef.id("s1")));
    }

    @Test
    void move_unknownName_isLookedUpAgainOnceAndRefusedWithTheNames() {
        DealsClient deals = vendor.connect("deals.stages.talks", "s2");
        deals.move("d1", StageRef.named("Lead"));

        InvalidRequestException thrown = refused(deals, "Lost");

        assertThat(thrown)
                .hasMessage("fake move d1: stage: there is no stage \"Lost\"; the account has \"Lead\","
                        + " \"Won\", \"Negotiation\"; aliases: talks (nothing was sent)");
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(vendor.countOf("stages")).isEqualTo(2);
    }

    @Test
    void move_aliasOfAMissingStage_namesTheKeyAndTheNearest() {
        DealsClient deals = vendor.connect("deals.stages.talks", "Wun");

        ConfigurationException thrown =
                catchThrowableOfType(ConfigurationException.class, () -> deals.move("d1", StageRef.named("talks")));

        assertThat(thrown.problems())
                .containsExactly("map: deals.stages.talks: \"Wun\" is no stage of the account; write \"Won\", \"Lead\","
                        + " \"Negotiation\", or the id of one");
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void move_stageAddedMeanwhile_isFound() {
        DealsClient deals = vendor.connect();
        deals.move("d1", StageRef.named("Lead"));
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s7", "Trial"));

        deals.move("d1", StageRef.named("trial"));

        assertThat(vendor.arrived(Move.class).get(1)).isEqualTo(Move.to(StageRef.id("s7")));
    }

    @Test
    void move_stagesCannotBeListed_onlyAliasesWork() {
        DealsClient deals = vendor.connect(withoutStages(), "deals.stages.talks", "77");

        deals.move("d1", StageRef.named("talks"));

        assertThat(vendor.arrived).containsExactly(Move.to(StageRef.id("77")));
        assertThat(refused(deals, "Lead"))
                .hasMessageContaining(
                        "\"Lead\" cannot be looked up, since Fake lists no stages; use StageRef.id, or set"
                                + " deals.stages.Lead to the stage's id; aliases: talks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"won", "Won", "s3", "closed"})
    void configuredStage_byAliasNameOrId_isTheId(String configured) {
        vendor.connect("deals.stages.closed", "s3").win("d1");

        assertThat(vendor.scopes.get(0).stageId(configured)).isEqualTo("s3");
    }

    @Test
    void configuredStage_stagesCannotBeListed_isTakenForAnId() {
        vendor.connect(withoutStages(), "deals.stages.closed", "s3").win("d1");

        assertThat(vendor.scopes.get(0).stageId("closed")).isEqualTo("s3");
        assertThat(vendor.scopes.get(0).stageId("88")).isEqualTo("88");
    }

    private static InvalidRequestException refused(DealsClient deals, String name) {
        return catchThrowableOfType(InvalidRequestException.class, () -> deals.move("d1", StageRef.named(name)));
    }

    private static Capabilities withoutStages() {
        Capabilities all = FakeVendor.capabilities().build();
        Map<Operation, OperationCapability> operations = new HashMap<>(all.operations());
        operations.put(
                Operation.LIST_STAGES,
                OperationCapability.builder()
                        .support(Support.NONE)
                        .explanation("Fake lists no stages")
                        .build());
        return Capabilities.builder().from(all).operations(operations).build();
    }
}
