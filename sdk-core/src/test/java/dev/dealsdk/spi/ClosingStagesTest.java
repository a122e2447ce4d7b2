package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.StageKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClosingStagesTest {
    private static final ClosingStages STAGES = ClosingStages.of(DealsConfig.from(Map.of(
            "deals.provider", "acme",
            "deals.stages.closed", "Sold",
            "deals.won-stage", "closed",
            "deals.lost-stage", "l-1")));

    @Test
    void target_alias_isWhatItStandsFor() {
        assertThat(STAGES.target(DealStatus.WON)).contains("Sold");
        assertThat(STAGES.target(DealStatus.LOST)).contains("l-1");
        assertThat(STAGES.target(DealStatus.OPEN)).isEmpty();
        assertThat(STAGES.closed()).containsExactly("Sold", "l-1");
    }

    @Test
    void statusOf_stage_isWhatTheConfigurationSays() {
        assertThat(STAGES.statusOf(Optional.of("L-1"))).isEqualTo(DealStatus.LOST);
        assertThat(STAGES.statusOf(Optional.of("o-1"))).isEqualTo(DealStatus.OPEN);
        assertThat(STAGES.statusOf(Optional.empty())).isEqualTo(DealStatus.UNKNOWN);
    }

    @Test
    void map_namesToIds_keepsTheirMeaning() {
        ClosingStages ids = STAGES.map(stage -> stage.equals("Sold") ? "w-1" : stage);

        assertThat(ids.statusOf(Optional.of("w-1"))).isEqualTo(DealStatus.WON);
        assertThat(ids.statusOf(Optional.of("Sold"))).isEqualTo(DealStatus.OPEN);
    }

    @Test
    void kindOf_stageOfTheAccount_goesByIdAndName() {
        assertThat(STAGES.kindOf("w-1", Optional.of(" sold "))).isEqualTo(StageKind.WON);
        assertThat(STAGES.kindOf("l-1", Optional.empty())).isEqualTo(StageKind.LOST);
        assertThat(STAGES.kindOf("o-1", Optional.of("Talks"))).isEqualTo(StageKind.OPEN);
    }

    @Test
    void statusOf_otherStage_isUnknownUnlessBothOutcomesAreNamedAndOthersAreOpen() {
        ClosingStages wonAlone = ClosingStages.of(DealsConfig.from(Map.of("deals.won-stage", "w-1")));
        ClosingStages turnedOff = ClosingStages.of(DealsConfig.from(
                Map.of("deals.won-stage", "w-1", "deals.lost-stage", "l-1", "deals.other-stages", "unknown")));

        assertThat(wonAlone.statusOf(Optional.of("o-1"))).isEqualTo(DealStatus.UNKNOWN);
        assertThat(turnedOff.statusOf(Optional.of("o-1"))).isEqualTo(DealStatus.UNKNOWN);
    }

    @Test
    void statusOf_severalStages_isThatOfEach_andTheFirstIsTheTarget() {
        ClosingStages several =
                ClosingStages.of(DealsConfig.from(Map.of("deals.won-stage", "sold, w-2", "deals.stages.sold", "w-1")));

        assertThat(several.statusOf(Optional.of("w-1"))).isEqualTo(DealStatus.WON);
        assertThat(several.statusOf(Optional.of("w-2"))).isEqualTo(DealStatus.WON);
        assertThat(several.target(DealStatus.WON)).contains("w-1");
    }
}
