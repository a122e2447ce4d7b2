package dev.dealsdk.internal.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.internal.client.FakeVendor;
import dev.dealsdk.internal.client.ProviderClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own names of stages, as they come back with deals and stages. */
final class StageAliasTest {
    @TempDir
    private Path directory;

    private final FakeVendor vendor = new FakeVendor();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void get_aliasOfTheId_comesBack() {
        vendor.answer = in("s2", Optional.empty());

        assertThat(vendor.connect("deals.stages.talks", "s2").get("d1").stageAlias())
                .contains("talks");
        assertThat(vendor.countOf("stages"))
                .as("reading a deal reads no stages")
                .isZero();
    }

    @Test
    void get_aliasOfTheNameThatTheVendorSends_comesBack() {
        vendor.answer = in("s2", Optional.of("Negotiation"));

        assertThat(vendor.connect("deals.stages.talks", "negotiation").get("d1").stageAlias())
                .contains("talks");
    }

    @Test
    void get_aliasOfTheNameOfAKnownStage_comesBack() {
        vendor.answer = in("s2", Optional.empty());
        DealsClient deals = vendor.connect("deals.stages.talks", "negotiation");
        List<Stage> unused = deals.stages();

        assertThat(deals.get("d1").stageAlias()).contains("talks");
    }

    @Test
    void get_aliasOfANameThatIsAnotherStagesId_isThatStages() {
        vendor.stages = List.of(FakeVendor.stage("1", "2"), FakeVendor.stage("2", "1"));
        vendor.answer = in("1", Optional.of("2"));
        DealsClient deals = vendor.connect("deals.stages.second", "2");
        List<Stage> stages = deals.stages();

        assertThat(stages).extracting(Stage::alias).containsExactly(Optional.empty(), Optional.of("second"));
        assertThat(deals.get("d1").stageAlias()).isEmpty();
    }

    @Test
    void get_ambiguousName_hasNoAlias() {
        vendor.stages = List.of(FakeVendor.stage("s1", "Lead"), FakeVendor.stage("s9", "LEAD"));
        vendor.answer = in("s1", Optional.of("Lead"));
        DealsClient deals = vendor.connect("deals.stages.first", "lead");

        assertThat(deals.stages()).extracting(Stage::alias).containsOnly(Optional.empty());
        assertThat(deals.get("d1").stageAlias()).isEmpty();
    }

    @Test
    void list_dealsInStages_haveTheirAliases() {
        vendor.pages = cursor -> Page.<Deal>builder()
                .addItems(in("s1", Optional.empty()), in("s3", Optional.empty()))
                .build();

        assertThat(vendor
                        .connect("deals.stages.closed", "s3")
                        .list(DealQuery.builder().build())
                        .stream())
                .extracting(Deal::stageAlias)
                .containsExactly(Optional.empty(), Optional.of("closed"));
    }

    @Test
    void stages_twoAliasesOfOne_givesTheFirst() {
        assertThat(vendor.connect("deals.stages.talks", "s2", "deals.stages.haggling", "Negotiation")
                        .stages())
                .extracting(Stage::alias)
                .containsExactly(Optional.empty(), Optional.of("haggling"), Optional.empty());
    }

    @Test
    void connect_aliasOfAName_readsTheStagesOnceAndGivesItBack() throws IOException {
        try (DealsClient deals = connect("t", "deals.stages.talks", "negotiation")) {
            assertThat(deals.get("d1").stageAlias()).contains("talks");
        }
    }

    @Test
    void connect_stageThatTheAccountDoesNotHave_isRefused() {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> connect("t", "deals.lost-stage", "Lost").close());

        assertThat(thrown.problems())
                .containsExactly("map: deals.lost-stage: \"Lost\" is no stage of the account; write \"Lead\", \"Won\","
                        + " \"Negotiation\", or the id of one");
    }

    @Test
    void connect_vendorDown_connectsAllTheSame() throws IOException {
        try (DealsClient deals = connect("down", "deals.stages.talks", "Gone")) {
            assertThat(deals.get("d1").stageAlias()).isEmpty();
        }
    }

    @Test
    void connect_noStageNamed_readsNone() throws IOException {
        try (DealsClient deals = connect("down")) {
            assertThat(deals.capabilities().provider()).isEqualTo("staged");
        }
    }

    private static Deal in(String stageId, Optional<String> stageName) {
        return Deal.builder()
                .from(FakeVendor.deal("d-" + stageId))
                .stageId(stageId)
                .stageName(stageName)
                .build();
    }

    private DealsClient connect(String token, String... setting) throws IOException {
        ProviderClassPath.enter(directory, "dev.dealsdk.fake.StagedProvider");
        Map<String, String> values = new HashMap<>(Map.of("deals.provider", "staged", "deals.token", token));
        for (int i = 0; i < setting.length; i += 2) {
            values.put(setting[i], setting[i + 1]);
        }
        return DealsClient.connect(DealsConfig.from(values));
    }
}
