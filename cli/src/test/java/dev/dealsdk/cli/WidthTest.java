package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is printed fits the terminal it is printed to. */
class WidthTest {
    private static final String DEAL = "880e8400-e29b-41d4-a716-446655440000";

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void output_ofEveryCommand_fitsTheWidth(int width) {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            for (String line : List.of(
                    "demo",
                    "providers",
                    "-D deals.require=reopen,win check",
                    "stages",
                    "list",
                    "get " + DEAL,
                    "reopen " + DEAL,
                    "lsit",
                    "-D deals.max-attempts=none check",
                    "--help",
                    "create --help",
                    "list --help",
                    "help check")) {
                Run run = deals(vendor, width, line);

                assertThat(Stream.concat(run.out().lines(), run.err().lines()))
                        .as(line)
                        .isNotEmpty()
                        .allMatch(text -> Cells.width(text) <= width);
            }
        }
    }

    @Test
    void message_ofAScript_isOneLineOfAnyLength() {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            List<String> args = new ArrayList<>();
            vendor.config().forEach((key, value) -> args.addAll(List.of("-D", key + "=" + value)));
            args.addAll(List.of("reopen", DEAL));

            assertThat(Run.deals(args.toArray(String[]::new)).err()).hasLineCount(1);
        }
    }

    @Test
    void stages_onANarrowTerminal_keepWholeNamesAndLeaveOutKinds() {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(vendor, 60, "stages");

            assertThat(run.out()).contains("ID", "NAME", "Qualification").doesNotContain("KIND", "…");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ab cd ef    | 20 | ab cd ef
            ab cd ef    | 5  | ab cd/__ef
            abcdefgh    | 5  | abcde/__fgh
            ab cdefghij | 5  | ab/__cde/__fgh/__ij
            日本日本      | 5  | 日本/__日/__本
            """)
    void wrapped_words_breakBetweenThemOrWithinLongOnes(String text, int columns, String lines) {
        assertThat(String.join("/", Cells.wrapped(text, columns, "  "))).isEqualTo(lines.replace('_', ' '));
    }

    private static Run deals(Play2SellSimulator vendor, int width, String line) {
        List<String> args = new ArrayList<>();
        vendor.config().forEach((key, value) -> args.addAll(List.of("-D", key + "=" + value)));
        args.addAll(List.of(line.split(" ")));
        Terminal terminal = new Terminal(Map.of("COLUMNS", "" + width), false, false, false);
        return Run.deals(terminal, args.toArray(String[]::new));
    }
}
