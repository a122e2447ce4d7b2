package dev.dealsdk.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.PermissionException;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation against the simulator, whose contract must never be breached. */
final class BacksideSimulatorTest {
    private static final String DEAL = BacksideServer.DEAL;
    private static final String STRANGER = "11111111-2222-3333-4444-555555555555";

    private final BacksideSimulator simulator = BacksideSimulator.start();
    private final DealsClient deals = BacksideServer.connect(simulator, Map.of());

    @AfterEach
    void keepsTheContract() {
        deals.close();
        simulator.close();
        assertThat(simulator.contractViolations()).isEmpty();
    }

    @Test
    void get_sampleDeal_isThere() {
        Deal deal = deals.get(DEAL);

        assertThat(deal.name()).contains("Acme annual plan");
        assertThat(deal.stageName()).contains("Proposal");
        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.extras())
                .containsKeys("contacts", "pipeline_name", "tenant_id")
                .doesNotContainKey("metadata");
    }

    @Test
    void dealsLife_overConfiguredStages_isSeenInItsStatus() {
        assertThat(deals.move(DEAL, StageRef.named("qualified")).stageId()).contains(stage("Qualified"));
        assertThat(deals.win(DEAL).status()).isEqualTo(DealStatus.WON);
        assertThat(deals.get(DEAL).status()).isEqualTo(DealStatus.WON);
        assertThat(deals.reopen(DEAL).status()).isEqualTo(DealStatus.OPEN);
        assertThat(deals.lose(DEAL, Loss.builder().build()).status()).isEqualTo(DealStatus.LOST);
        assertThat(simulator.stageChanges(DEAL)).isEqualTo(4);
    }

    @Test
    void list_dealThatIsDeleted_isLeftOut() {
        assertThat(simulator.deals()).hasSize(2);
        assertThat(deals.list(DealQuery.all())).extracting(Deal::id).containsExactly(DEAL);
    }

    @Test
    void get_dealThatIsDeleted_isReadAsLongAsNothingIsInferred() {
        String deleted = String.valueOf(simulator.deals().get(1).get("id"));

        assertThatExceptionOfType(DealNotFoundException.class).isThrownBy(() -> deals.get(deleted));
        try (DealsClient careful = BacksideServer.connect(simulator, Map.of("deals.allow-unverified", "false"))) {
            assertThat(careful.get(deleted).extras()).containsEntry("deleted_at", "2026-04-01T12:10:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dealsLife_createUpdateDelete_isRightWhetherAPutMergesOrReplaces(boolean replaces) {
        if (replaces) {
            simulator.replaceOnUpdate();
        }
        Deal created = deals.create(NewDeal.builder()
                .name("Ana")
                .value(DealValue.of("12.50", "EUR"))
                .description("first")
                .putCustomFields("margin", new BigDecimal("0.10"))
                .putExtras("next_step", "Call")
                .build());

        Deal updated = deals.update(
                created.id(),
                DealUpdate.builder()
                        .name("Bea")
                        .putCustomFields("region", "emea")
                        .clear(DealField.DESCRIPTION)
                        .build());

        assertThat(updated.name()).contains("Bea");
        assertThat(updated.value()).contains(DealValue.of("12.50", "EUR"));
        assertThat(updated.description()).isEmpty();
        assertThat(updated.customFields()).isEqualTo(Map.of("margin", new BigDecimal("0.10"), "region", "emea"));
        assertThat(updated.extras()).containsEntry("next_step", "Call");
        assertThat(updated.stageId()).isEqualTo(created.stageId());
        assertThat(deals.get(created.id()).customFields()).isEqualTo(updated.customFields());

        deals.delete(created.id());

        assertThatExceptionOfType(DealNotFoundException.class).isThrownBy(() -> deals.get(created.id()));
        assertThatExceptionOfType(DealNotFoundException.class).isThrownBy(() -> deals.delete(created.id()));
        assertThat(deals.list(DealQuery.all())).extracting(Deal::id).doesNotContain(created.id());
    }

    @Test
    void create_lostResponseWithAReference_findsTheDealInItsMetadata() {
        simulator.inject(Fault.cutAfterProcessing().on("POST", "/api/v1/deals"));

        try (DealsClient referring = BacksideServer.connect(simulator, Map.of("deals.reference-field", "ref"))) {
            Deal found = referring.create(
                    NewDeal.builder().name("Ana").reference("contract-4711").build());

            assertThat(found.customFields()).containsEntry("ref", "contract-4711");
        }
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void list_byStage_findsTheDealsInIt() {
        DealQuery query =
                DealQuery.builder().stage(StageRef.id(stage("Proposal"))).build();

        assertThat(deals.list(query)).extracting(Deal::id).containsExactly(DEAL);
    }

    @Test
    void list_asBareArray_isTheSame() {
        List<Deal> before = deals.list(DealQuery.all()).stream().toList();

        simulator.listAsBareArray();

        assertThat(deals.list(DealQuery.all())).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "12000.00", "9007199254740993", "0.10000000000000000000000001", "-7.50"})
    void amount_throughGetMoveAndList_keepsItsDigits(String amount) {
        String id = simulator.addDeal(Map.of("amount", new BigDecimal(amount), "currency", "JPY", "name", "金額 💴"));
        DealValue expected = DealValue.of(amount, "JPY");

        assertThat(deals.get(id).value()).contains(expected);
        assertThat(deals.move(id, StageRef.named("qualified")).value()).contains(expected);
        assertThat(deals.list(
                        DealQuery.builder().stage(StageRef.named("qualified")).build()))
                .singleElement()
                .satisfies(deal -> {
                    assertThat(deal.value()).contains(expected);
                    assertThat(deal.name()).contains("金額 💴");
                });
    }

    @Test
    void metadata_ofEveryKind_isKept() {
        for (Object metadata : Arrays.asList(null, true, new BigDecimal("7.10"), "text", List.of("a"))) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("metadata", metadata);

            Deal deal = deals.get(simulator.addDeal(fields));

            assertThat(deal.extras()).containsEntry("metadata", metadata);
            assertThat(deal.customFields()).isEmpty();
        }
        String id = simulator.addDeal(Map.of("metadata", Map.of("margin", new BigDecimal("0.10"))));
        assertThat(deals.get(id).customFields()).isEqualTo(Map.of("margin", new BigDecimal("0.10")));
    }

    @Test
    void anyCall_unknownDeal_isNotFound() {
        assertThatExceptionOfType(DealNotFoundException.class).isThrownBy(() -> deals.get(STRANGER));
        assertThatExceptionOfType(DealNotFoundException.class).isThrownBy(() -> deals.win(STRANGER));
    }

    @Test
    void move_unknownStage_isRefusedByTheVendor() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> deals.move(DEAL, StageRef.id(STRANGER)))
                .withMessageContaining("stage_id names no stage");
    }

    @Test
    void move_withAReadOnlyKey_isForbiddenNamingTheScope() {
        try (DealsClient reader = BacksideServer.connect(simulator, Map.of("deals.token", simulator.readOnlyToken()))) {
            assertThat(reader.get(DEAL).id()).isEqualTo(DEAL);
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> reader.move(DEAL, StageRef.named("qualified")))
                    .withMessageContaining("crm:write");
        }
    }

    @Test
    void get_withAWrongKey_isNotAuthenticated() {
        try (DealsClient stranger = BacksideServer.connect(simulator, Map.of("deals.token", "bsk_test_wrong"))) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> stranger.get(DEAL))
                    .withMessageNotContaining("bsk_test_wrong");
        }
    }

    @Test
    void move_rateLimitedAtFirst_isRepeatedAndDoneOnce() {
        simulator.inject(simulator.rateLimited(0));

        assertThat(deals.move(DEAL, StageRef.named("qualified")).stageId()).contains(stage("Qualified"));

        assertThat(simulator.journal()).extracting(JournalEntry::status).containsExactly(429, 200);
        assertThat(simulator.stageChanges(DEAL)).isEqualTo(1);
    }

    private String stage(String name) {
        return BacksideServer.stage(simulator, name);
    }
}
