package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pipeline as columns. */
class BoardTest {
    @Test
    void board_wideTerminal_hasAColumnForEachStageInOrder() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = board(120, vendor, "board");

            assertThat(run.exitCode()).isZero();
            assertThat(run.lines().get(0).split(" {2,}"))
                    .startsWith("Prospecting", "Qualification", "Proposal", "Negotiation");
            assertThat(run.lines().get(1)).startsWith("1 deal ");
            assertThat(run.lines().get(2).strip().split(" {2,}")).containsExactly("12000", "75000");
            assertThat(run.out()).contains("StartupXYZ - Pro", "Tech Corp -");
            assertThat(run.lines()).allMatch(line -> Cells.width(line) <= 120);
        }
    }

    @Test
    void board_narrowTerminal_hasStagesBelowEachOther() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = board(60, vendor, "board");

            assertThat(run.lines())
                    .startsWith(
                            "Prospecting: 1 deal, 12000",
                            "  StartupXYZ - Pro Plan           12000",
                            "Qualification: 0 deals",
                            "Proposal: 1 deal, 75000",
                            "  Tech Corp - Enterprise License  75000",
                            "Negotiation: 0 deals");
        }
    }

    @Test
    void board_manyDeals_showsTheTopAndCountsAll() {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            for (int deal = 0; deal < 120; deal++) {
                String unused = vendor.addDeal(
                        Map.of("id", String.format("880e8400-e29b-41d4-a716-5566%08d", deal), "name", "Deal " + deal));
            }

            Run run = board(60, vendor, "board", "--top", "2");

            assertThat(run.out()).containsPattern("\\.\\.\\. 1[0-9]{2} more");
        }
    }

    @Test
    void board_json_isAStageALineWithExactSums() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            List<Map<String, Object>> stages =
                    board(60, vendor, "--json", "board").objects();

            assertThat(stages).hasSizeGreaterThan(3);
            assertThat(stages.get(0))
                    .containsEntry("stageName", "Prospecting")
                    .containsEntry("count", BigDecimal.ONE)
                    .containsEntry("sums", List.of(Map.of("amount", new BigDecimal(12000))));
            assertThat((List<?>) stages.get(0).get("deals")).hasSize(1);
        }
    }

    @Test
    void board_ofAVendorWithClosedDeals_leavesThemOut() {
        try (VendorSimulator vendor = StoraSimulator.start()) {
            Run run = board(60, vendor, "board");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("First Deal").doesNotContain("Won Deal");
        }
    }

    private static Run board(int width, VendorSimulator vendor, String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return Run.deals(new Terminal(Map.of("COLUMNS", "" + width), false, false, false), all.toArray(String[]::new));
    }
}
