package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deals as a table, as JSON, on a terminal and in a file. */
class ListingsTest {
    private static final String ESCAPE = "\u001b";

    private final Play2SellSimulator vendor = Play2SellSimulator.start();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void list_inAFile_isAPlainTableWithNothingCut() {
        String longName = "A name that is longer than any terminal is wide: " + "x".repeat(200);
        add(1, longName);

        Run run = deals(Run.SCRIPT, "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(0)).startsWith("ID ").contains("STATUS", "NAME", "VALUE", "STAGE");
        assertThat(run.out()).contains(longName).doesNotContain(ESCAPE);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void list_onATerminal_fitsItsWidthAndShowsColoursAndProgress() {
        add(1, "日本".repeat(40));

        Run run = deals(terminal(Map.of("COLUMNS", "80")), "list");

        assertThat(run.lines()).allMatch(line -> Cells.width(plain(line)) <= 80);
        assertThat(run.lines().get(0)).startsWith(ESCAPE + "[1mID");
        assertThat(run.err()).contains("reading deals: 3 of 3").endsWith("\r" + ESCAPE + "[K");
    }

    @Test
    void list_noColor_hasNone() {
        Run run = deals(terminal(Map.of("COLUMNS", "80", "NO_COLOR", "1")), "list");

        assertThat(run.out()).startsWith("ID ").doesNotContain(ESCAPE);
    }

    @Test
    void list_nameThatSteersTerminals_isMadeHarmless() {
        add(1, "red \u001b[31m alert\nnext line");

        Run run = deals(Run.SCRIPT, "list");

        assertThat(run.out()).contains("red ?[31m alert?next line").doesNotContain(ESCAPE);
    }

    @Test
    void json_charactersThatSteerOrReorder_areEscaped() {
        String steering = "a\u007f\u0080\u009f\u061c\u200e\u200f\u202a\u202e\u2028\u2066\u2069z";
        add(1, steering);

        Run run = deals(Run.SCRIPT, "--json", "list");

        assertThat(run.objects()).anyMatch(deal -> steering.equals(deal.get("name")));
        assertThat(run.out())
                .contains("\"a\\u007F\\u0080\\u009F\\u061C\\u200E\\u200F\\u202A\\u202E\\u2028\\u2066\\u2069z\"")
                .doesNotContainPattern("[\\x7f-\\x9f\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");
    }

    @Test
    void error_vendorTextThatReorders_isEscapedInJson() {
        vendor.inject(Fault.status(422)
                .body("{\"success\":false,\"error\":{\"code\":\"X\",\"message\":\"a\u202eb\u009bc\"}}"));

        Run run = deals(Run.SCRIPT, "--json", "list");

        assertThat(run.err()).doesNotContainPattern("[\\x7f-\\x9f\\x{202e}]");
    }

    @Test
    void list_limit_stopsReading() {
        for (int deal = 0; deal < 120; deal++) {
            add(deal, "Deal " + deal);
        }

        assertThat(deals(Run.SCRIPT, "--json", "list", "--limit", "3").objects())
                .hasSize(3);
        assertThat(vendor.journal()).hasSize(1);
        assertThat(deals(Run.SCRIPT, "--json", "list").objects()).hasSize(122);
    }

    @Test
    void list_laterPageFails_printsWhatWasReadAndTellsTheFailure() {
        for (int deal = 0; deal < 120; deal++) {
            add(deal, "Deal " + deal);
        }
        vendor.inject(Fault.delay(Duration.ZERO).on("GET", "/v1/deals"));
        vendor.inject(Fault.status(503).always());

        Run run = deals(Run.SCRIPT, "-D", "deals.max-attempts=1", "--json", "list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.objects()).isNotEmpty().hasSizeLessThan(122);
        assertThat(run.err()).startsWith("{\"error\":{\"type\":\"VendorUnavailableException\"");
    }

    @Test
    void list_recordThatCannotBeRead_costsItselfAndIsTold() {
        vendor.addElement("no deal at all");

        Run run = deals(Run.SCRIPT, "--json", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.objects()).hasSize(2);
        assertThat(Run.part(Run.json(run.err()), "problem"))
                .containsEntry("page", BigDecimal.ONE)
                .containsEntry("rawJson", "\"no deal at all\"");
    }

    @Test
    void list_readerGone_endsQuietly() {
        Cli cli = new Cli(Run.SCRIPT, new Results(new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));

        assertThat(cli.diagnostics().report(broken(cli))).isZero();
    }

    @Test
    void get_forPeople_showsEveryFieldThereIs() {
        Run run = deals(Run.SCRIPT, "get", "880e8400-e29b-41d4-a716-446655440000");

        assertThat(run.lines())
                .contains("id                           880e8400-e29b-41d4-a716-446655440000")
                .contains("tags                         enterprise, priority")
                .anyMatch(line -> line.startsWith("custom field decision_maker") && line.endsWith("\"CTO\""))
                .noneMatch(line -> line.startsWith("closed"));
    }

    private static Results.ReaderGoneException broken(Cli cli) {
        cli.results().line("x");
        return catchThrowableOfType(Results.ReaderGoneException.class, cli.results()::flush);
    }

    private static Terminal terminal(Map<String, String> environment) {
        return new Terminal(environment, true, true, true);
    }

    private static String plain(String line) {
        return line.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private void add(int number, String name) {
        String unused =
                vendor.addDeal(Map.of("id", String.format("880e8400-e29b-41d4-a716-5566%08d", number), "name", name));
    }

    @Test
    void list_filteredByTheSdk_saysHowManyWereRead() {
        try (StoraSimulator stora = StoraSimulator.start()) {
            List<String> all = new ArrayList<>();
            stora.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
            all.addAll(List.of("-D", "deals.local-query=filters", "list", "--status", "won"));

            Run run = Run.deals(Run.SCRIPT, all.toArray(String[]::new));

            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).containsPattern("deals.local-query: the SDK read \\d+ deals, of which \\d+ match");
        }
    }

    private Run deals(Terminal terminal, String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return Run.deals(terminal, all.toArray(String[]::new));
    }
}
