package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is claimed under which configuration. */
class StardexCapabilitiesTest {

    @Test
    void support_unconfigured_isWhatIsDocumentedOrMadeFromIt() {
        Capabilities capabilities = capabilities();

        assertThat(supports(capabilities))
                .isEqualTo(Map.of(
                        Operation.CREATE, Support.DOCUMENTED,
                        Operation.GET, Support.DERIVED,
                        Operation.UPDATE, Support.DOCUMENTED,
                        Operation.DELETE, Support.NONE,
                        Operation.MOVE, Support.DERIVED,
                        Operation.WIN, Support.NONE,
                        Operation.LOSE, Support.NONE,
                        Operation.REOPEN, Support.NONE,
                        Operation.LIST, Support.DOCUMENTED,
                        Operation.LIST_STAGES, Support.UNVERIFIED));
        assertThat(capabilities.supports(Operation.LIST_STAGES)).isFalse();
    }

    @Test
    void support_withConfiguredStages_addsClosing() {
        Capabilities capabilities =
                capabilities("deals.won-stage", OnSimulator.WON, "deals.open-stage", OnSimulator.PROSPECT);

        assertThat(supports(capabilities))
                .containsEntry(Operation.WIN, Support.DERIVED)
                .containsEntry(Operation.LOSE, Support.NONE)
                .containsEntry(Operation.REOPEN, Support.DERIVED);
        assertThat(capabilities.writableFields(Operation.REOPEN)).isEqualTo(Set.of(DealField.STAGE));
        assertThat(capabilities.writableFields(Operation.WIN)).isEmpty();
    }

    @Test
    void support_allowedUnverified_listsStages() {
        assertThat(capabilities("deals.allow-unverified", "true").supports(Operation.LIST_STAGES))
                .isTrue();
    }

    @Test
    void fields_ofCreateAndUpdate_differInStageAndOwners() {
        Capabilities capabilities = capabilities();

        assertThat(capabilities.writableFields(Operation.CREATE)).contains(DealField.STAGE, DealField.OWNERS);
        assertThat(capabilities.writableFields(Operation.UPDATE)).doesNotContain(DealField.STAGE, DealField.OWNERS);
        assertThat(capabilities.clearableFields()).isEqualTo(Set.of(DealField.EXPECTED_CLOSE_ON));
        assertThat(capabilities.sorts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void explanation_ofEveryOperation_namesItsSource(Operation operation) {
        assertThat(capabilities().explain(operation)).contains("[docs: ");
    }

    @Test
    void connect_withoutARequiredOperation_namesWhatToConfigure() {
        Map<String, String> entries = new HashMap<>(base());
        entries.put("deals.require", "move,win,delete");

        assertThatThrownBy(() -> DealsClient.connect(DealsConfig.from(entries)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deals.won-stage")
                .hasMessageContaining("archive it in the product");
    }

    @Test
    void unwrap_handsOutTheVendorsOwnApi() {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(base()))) {
            assertThat(client.unwrap(StardexApi.class)).isNotNull();
        }
    }

    private static Map<Operation, Support> supports(Capabilities capabilities) {
        Map<Operation, Support> supports = new HashMap<>();
        for (Operation operation : Operation.values()) {
            supports.put(operation, capabilities.support(operation));
        }
        return supports;
    }

    private static Capabilities capabilities(String... keysAndValues) {
        try (DealsClient client = DealsClient.connect(OnSimulator.config(base(), keysAndValues))) {
            return client.capabilities();
        }
    }

    private static Map<String, String> base() {
        return Map.of("deals.provider", "stardex", "deals.token", "ats-key");
    }
}
