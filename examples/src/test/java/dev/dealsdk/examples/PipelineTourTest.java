package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first run, as a newcomer sees it. */
class PipelineTourTest {
    private static final String CONFIG = "deals.config";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void forgetTheConfiguration() {
        System.clearProperty(CONFIG);
    }

    @Test
    void run_withoutConfiguration_drivesEverySimulator() {
        assertThat(run()).as(output()).isZero();

        assertThat(output())
                .contains(TourStop.VENDORS)
                .contains("Every step succeeded, or was refused before anything was sent.")
                .doesNotContain("FAILED");
    }

    @Test
    void run_withoutConfiguration_isRefusedOnlyWhatNoFileCanBridge() {
        int unused = run();

        assertThat(output().lines().filter(line -> line.matches("\\(\\d+\\) .*")))
                .containsExactly(
                        "(1) reopen the won deal at play2sell: Play2Sell documents no call that reopens a",
                        "(2) delete a deal at stora: Stora documents no call that deletes or archives a",
                        "(3) delete a deal at stardex: Stardex documents no call that deletes or archives");
        assertThat(output().lines().filter(line -> line.contains("| refused (")))
                .hasSize(2);
    }

    @Test
    void run_anyLine_fitsEightyColumns() {
        int unused = run();

        assertThat(output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void run_eachVendor_showsTheFileThatMakesItSo() {
        int unused = run();

        assertThat(output().lines().map(String::strip))
                .contains(
                        "# Stora cannot filter or sort, so the SDK does.",
                        "deals.keep.value=custom:value",
                        "deals.lost-reasons.competitor=Lost to competitor",
                        "deals.won-stage=won",
                        "deals.allow-unverified=true");
    }

    @Test
    void run_accountThatCannotTakeTheDeal_refusesWhatNeedsIt() throws IOException {
        try (StoraSimulator account = StoraSimulator.start()) {
            configure(account);

            assertThat(run()).as(output()).isZero();

            assertThat(output()).contains("refused (").contains("value");
        }
    }

    @Test
    void run_anyStep_tellsItsWireCalls() {
        int unused = run();

        assertThat(output().lines().map(String::strip))
                .contains("wire   GET /v1/stages  ->  200")
                .contains("wire   POST /v1/deals  ->  201")
                .contains("wire   GET /v1/deals?page=1&per_page=2&status=open  ->  200")
                .contains("wire   (nothing was sent)")
                .anyMatch(line -> line.matches("wire   POST /v1/deals/\\S+/move  ->  200"))
                .anyMatch(line -> line.matches("wire   POST /v1/deals/\\S+/close  ->  200"))
                .anyMatch(line -> line.matches("wire   PATCH /v1/deals/\\S+  ->  200"))
                .anyMatch(line -> line.matches("wire   DELETE /v1/deals/\\S+  ->  204"))
                .anyMatch(line -> line.matches("wire   GET /v1/deals/\\S+  ->  404"))
                .anyMatch(line -> line.matches("wire   GET /v1/deals/\\S+  ->  401"));
    }

    @Test
    void run_withConfiguration_drivesThatAccountAlone() throws IOException {
        try (Play2SellSimulator account = Play2SellSimulator.start()) {
            configure(account);

            assertThat(run()).as(output()).isZero();

            assertThat(output()).contains("your account");
            assertThat(account.journal()).isNotEmpty();
            account.requireContract();
        }
    }

    @Test
    void run_vendorFailsAStep_saysWhichAndEndsWithOne() throws IOException {
        try (Play2SellSimulator account = Play2SellSimulator.start()) {
            account.inject(Fault.status(403).on("POST", "/v1/deals/*/move"));
            configure(account);

            assertThat(run()).isEqualTo(1);

            assertThat(output())
                    .contains("FAILED: move it by stage name: play2sell move")
                    .contains("HTTP 403")
                    .doesNotContain("Every step succeeded");
        }
    }

    @Test
    void run_nothingCanBeCreated_failsTheStepsThatNeedADeal() throws IOException {
        try (Play2SellSimulator account = Play2SellSimulator.start()) {
            account.inject(Fault.status(403).on("POST", "/v1/deals").always());
            configure(account);

            assertThat(run()).isEqualTo(1);

            assertThat(output())
                    .contains("FAILED: create a deal: play2sell create")
                    .contains("FAILED: read it again: there is no deal for this step");
        }
    }

    @Test
    void run_configurationCannotBeUsed_saysWhyAndEndsWithTwo() throws IOException {
        configure(List.of("deals.provider=play2sell", "deals.tokn=x"));

        assertThat(run()).isEqualTo(2);

        assertThat(output()).contains("deals.tokn").contains("deals.token");
    }

    private void configure(VendorSimulator account) throws IOException {
        configure(account.config().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList());
    }

    private void configure(List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve("deals.properties"), lines);
        System.setProperty(CONFIG, file.toString());
    }

    private int run() {
        return PipelineTour.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
