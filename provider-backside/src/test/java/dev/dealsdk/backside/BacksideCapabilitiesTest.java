package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.LOST;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is claimed, with and without the stages of closed deals in the configuration. */
final class BacksideCapabilitiesTest {
    private static final Map<String, String> BARE = Map.of();
    private static final Map<String, String> STAGES =
            Map.of("deals.won-stage", WON, "deals.lost-stage", LOST, "deals.open-stage", PROPOSAL);

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @CsvSource({
        "CREATE, UNVERIFIED, UNVERIFIED",
        "GET, DOCUMENTED, DOCUMENTED",
        "UPDATE, UNVERIFIED, UNVERIFIED",
        "DELETE, UNVERIFIED, UNVERIFIED",
        "MOVE, DOCUMENTED, DOCUMENTED",
        "WIN, NONE, DERIVED",
        "LOSE, NONE, DERIVED",
        "REOPEN, NONE, DERIVED",
        "LIST, UNVERIFIED, UNVERIFIED",
        "LIST_STAGES, NONE, DERIVED"
    })
    void support_withoutAndWithConfiguredStages_isAsDocumented(Operation operation, Support without, Support with) {
        assertThat(capabilities(BARE).support(operation)).isEqualTo(without);
        assertThat(capabilities(STAGES).support(operation)).isEqualTo(with);
    }

    @ParameterizedTest
    @CsvSource({"deals.won-stage, WIN", "deals.lost-stage, LOSE", "deals.open-stage, REOPEN"})
    void support_withOneStageConfigured_isDerivedForThatAlone(String key, Operation operation) {
        Capabilities capabilities = capabilities(Map.of(key, WON));

        for (Operation closing : Set.of(Operation.WIN, Operation.LOSE, Operation.REOPEN)) {
            assertThat(capabilities.supports(closing)).as(closing.key()).isEqualTo(closing == operation);
        }
    }

    @Test
    void supports_list_onlyWithUnverifiedAllowed() {
        assertThat(capabilities(BARE).supports(Operation.LIST)).isFalse();
        assertThat(capabilities(Map.of("deals.allow-unverified", "true")).supports(Operation.LIST))
                .isTrue();
    }

    @Test
    void fields_ofDocumentedOperations_areNoneButTheStage() {
        Capabilities capabilities = capabilities(STAGES);

        assertThat(capabilities.writableFields(Operation.MOVE)).containsExactly(DealField.STAGE);
        assertThat(capabilities.writableFields(Operation.REOPEN)).containsExactly(DealField.STAGE);
        assertThat(capabilities.writableFields(Operation.WIN)).isEmpty();
        assertThat(capabilities.writableFields(Operation.LOSE)).isEmpty();
        assertThat(capabilities.filters()).containsExactly(DealFilter.STAGE);
        assertThat(capabilities.sorts()).isEmpty();
        assertThat(capabilities.maxPageSize()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void explain_everyOperation_isASentenceWithItsSource(Operation operation) {
        String explanation = capabilities(BARE).explain(operation);

        assertThat(explanation).containsAnyOf("[docs: ", " was found in Backside's reference (November 2026)");
    }

    @Test
    void fields_ofInferredOperations_areThoseOfTheDealObject() {
        Capabilities capabilities = capabilities(BARE);

        assertThat(capabilities.requiredFields(Operation.CREATE)).containsExactly(DealField.NAME);
        assertThat(capabilities.writableFields(Operation.CREATE))
                .contains(DealField.STAGE, DealField.VALUE, DealField.CUSTOM_FIELDS)
                .doesNotContain(DealField.OWNERS, DealField.TAGS, DealField.WIN_PROBABILITY, DealField.CONTACT_NAME);
        assertThat(capabilities.clearableFields())
                .contains(DealField.VALUE, DealField.EXPECTED_CLOSE_ON)
                .doesNotContain(DealField.NAME, DealField.CUSTOM_FIELDS);
        assertThat(capabilities.textExtras(Operation.UPDATE)).containsExactlyInAnyOrder("next_step", "source");
        assertThat(capabilities.textExtras(Operation.LOSE)).isEmpty();
    }

    @Test
    void takesReference_whereAListShowsMetadata_isTrue() {
        assertThat(capabilities(BARE).takesReference()).isFalse();
        assertThat(capabilities(Map.of("deals.allow-unverified", "true")).takesReference())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE", "DELETE"})
    void anyCall_inferredAndNotAllowed_isRefusedWithTheKey(Operation operation) {
        try (DealsClient deals = BacksideServer.connect(server, BARE)) {
            UnsupportedByProviderException refusal =
                    catchThrowableOfType(UnsupportedByProviderException.class, () -> call(operation, deals));

            assertThat(refusal)
                    .hasMessageStartingWith("backside " + operation.key())
                    .hasMessageContaining("inferred from Backside's notes, contacts and events")
                    .hasMessageContaining("set deals.allow-unverified=true to try it");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"WIN", "LOSE", "REOPEN", "LIST_STAGES"})
    void anyCall_notDocumented_isRefusedWithTheWayOut(Operation operation) {
        try (DealsClient deals = BacksideServer.connect(server, BARE)) {
            UnsupportedByProviderException refusal =
                    catchThrowableOfType(UnsupportedByProviderException.class, () -> call(operation, deals));

            assertThat(refusal)
                    .hasMessageStartingWith("backside " + operation.key())
                    .hasMessageContaining(": not supported: ")
                    .hasMessageContaining("was found in Backside's reference")
                    .hasMessageContaining("unwrap(BacksideApi.class).send(VendorRequest.");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void win_withoutItsStage_saysWhichKeyMakesItWork() {
        assertThat(capabilities(BARE).explain(Operation.WIN)).contains("set deals.won-stage");
        assertThat(capabilities(BARE).explain(Operation.LOSE)).contains("set deals.lost-stage");
        assertThat(capabilities(BARE).explain(Operation.REOPEN)).contains("set deals.open-stage");
    }

    @Test
    void list_unverifiedNotAllowed_isRefusedWithTheKey() {
        try (DealsClient deals = BacksideServer.connect(server, BARE)) {
            assertThatExceptionOfType(UnsupportedByProviderException.class)
                    .isThrownBy(() -> deals.list(DealQuery.all()))
                    .withMessageContaining("deals.allow-unverified=true");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void connect_operationsRequiredThatAreNotThere_namesThemAll() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BacksideServer.connect(server, Map.of("deals.require", "move,win,create")))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .hasSize(2)
                        .anySatisfy(line -> assertThat(line).contains("create"))
                        .anySatisfy(line -> assertThat(line).contains("win", "deals.won-stage")));
    }

    @Test
    void connect_stagesThatAreNoIds_namesThemAll() {
        Map<String, String> names =
                Map.of("deals.won-stage", "Closed Won", "deals.lost-stage", "lost", "deals.stages.lost", "Closed Lost");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BacksideServer.connect(server, names))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .hasSize(2)
                        .anySatisfy(line -> assertThat(line)
                                .contains("deals.won-stage: \"Closed Won\" is not the id of a stage at backside"))
                        .anySatisfy(line -> assertThat(line)
                                .contains("deals.stages.lost: \"Closed Lost\" is not the id of a stage at backside")));
    }

    @Test
    void connect_oneStageForTwoOutcomes_isRefused() {
        Map<String, String> same = Map.of("deals.won-stage", CONTACT, "deals.lost-stage", CONTACT.replace('a', 'A'));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> BacksideServer.connect(server, same))
                .withMessageContaining("deals.lost-stage: is the stage of deals.won-stage too");
    }

    private Capabilities capabilities(Map<String, String> settings) {
        try (DealsClient deals = BacksideServer.connect(server, settings)) {
            return deals.capabilities();
        }
    }

    private static void call(Operation operation, DealsClient deals) {
        switch (operation) {
            case CREATE -> deals.create(NewDeal.builder().name("n").build());
            case GET -> deals.get(DEAL);
            case UPDATE -> deals.update(DEAL, DealUpdate.builder().name("n").build());
            case DELETE -> deals.delete(DEAL);
            case MOVE -> deals.move(DEAL, StageRef.id(WON));
            case WIN -> deals.win(DEAL);
            case LOSE -> deals.lose(DEAL, Loss.builder().build());
            case REOPEN -> deals.reopen(DEAL);
            case LIST -> deals.list(DealQuery.all());
            case LIST_STAGES -> deals.stages();
        }
    }
}
