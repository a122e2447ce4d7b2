package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.examples.CapabilityTable;
import dev.dealsdk.examples.PipelineTour;
import dev.dealsdk.examples.StepResult;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The screens in {@code docs/cli.md} are what the command prints. They are written anew by
 *
 * <pre>
 * mvn -pl cli -am test -Dtest=ScreensTest -Dsurefire.failIfNoSpecifiedTests=false -Dcli.screens=write
 * </pre>
 */
class ScreensTest {
    private static final String BEGIN = "<!-- screens:begin -->";
    private static final String END = "<!-- screens:end -->";
    private static final List<Integer> WIDTHS = List.of(60, 80, 120);
    private static final List<String> COMMANDS = List.of(
            "deals list",
            "deals stages",
            "deals board",
            "deals reopen 880e8400-e29b-41d4-a716-446655440000",
            "deals help move");

    @Test
    void screens_ofThePage_areWhatIsPrinted() throws IOException {
        Path page = CapabilityTable.root().resolve("docs/cli.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);

        String screens = "\n" + screens();
        if ("write".equals(System.getProperty("cli.screens"))) {
            Files.writeString(page, text.substring(0, begin) + screens + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end))
                .as("the screens of docs/cli.md; -Dcli.screens=write writes them anew")
                .isEqualTo(screens);
    }

    private static String screens() {
        StringBuilder all = new StringBuilder();
        Map<String, List<StepResult>> tour =
                PipelineTour.onSimulators(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        all.append("\n### `deals demo`\n\nThe last part of the output: what each step did at each vendor.\n");
        WIDTHS.forEach(width -> add(all, "deals demo | tail", width, conclusion(tour, width)));
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            for (String command : COMMANDS) {
                all.append("\n### `").append(command).append("`\n");
                WIDTHS.forEach(width -> add(all, command, width, screen(vendor, width, command)));
            }
        }
        return all.append('\n').toString();
    }

    private static void add(StringBuilder all, String command, int width, String screen) {
        assertThat(screen.lines()).as(command).allMatch(line -> Cells.width(line) <= width);
        all.append("\n```console\n$ COLUMNS=" + width + " " + command + "\n")
                .append(screen.strip())
                .append("\n```\n");
    }

    private static String conclusion(Map<String, List<StepResult>> tour, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Results results = new Results(out);
        int exitCode = PipelineTour.conclude(tour, new PrintStream(results.wrapping(width), true, UTF_8), width);
        assertThat(exitCode).isZero();
        results.flush();
        return out.toString(UTF_8);
    }

    private static String screen(Play2SellSimulator vendor, int width, String command) {
        List<String> args = new ArrayList<>();
        vendor.config().forEach((key, value) -> args.addAll(List.of("-D", key + "=" + value)));
        args.addAll(List.of(command.substring("deals ".length()).split(" ")));
        Run run = Run.deals(
                new Terminal(Map.of("COLUMNS", "" + width), false, false, false), args.toArray(String[]::new));
        return run.out() + run.err();
    }
}
