package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example programs, as somebody who tries them sees them. */
class ExamplesTest {
    private static final String[] NO_ARGUMENTS = {};

    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    ExamplesTest() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBackStandardOutput() {
        System.setOut(standardOutput);
    }

    @Test
    void severalAccounts_printsTheDealsOfBoth() throws Exception {
        SeveralAccounts.main(NO_ARGUMENTS);

        assertThat(lines()).anyMatch(line -> line.startsWith("sales: ")).anyMatch(line -> line.startsWith("storage: "));
    }

    @Test
    void resumeListing_deliversEachDealOnce() {
        ResumeListing.main(NO_ARGUMENTS);

        assertThat(lines())
                .contains("Deal 1", "Deal 2", "Deal 3", "Deal 4", "Deal 5")
                .filteredOn(line -> line.startsWith("Deal "))
                .doesNotHaveDuplicates();
        assertThat(lines()).last().isEqualTo("-- end --");
    }

    @Test
    void vendorsOwnApi_readsWhatOnlyTheVendorHas() {
        VendorsOwnApi.main(NO_ARGUMENTS);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("note, as Stora calls it: "))
                .anyMatch(line -> line.startsWith("the same as JSON: [") && line.contains("deal"));
    }

    @Test
    void handleFailures_tellsThemApart() {
        HandleFailures.main(NO_ARGUMENTS);

        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("no such deal: look at the deal again"),
                        line -> assertThat(line)
                                .startsWith("no name: correct the request: ")
                                .contains("name"),
                        line -> assertThat(line).startsWith("not there: do something else"),
                        line -> assertThat(line).isEqualTo("quota spent: come back at the time it names"),
                        line -> assertThat(line)
                                .isEqualTo("answer lost: look before sending it again: it may be there"),
                        line -> assertThat(line).isEqualTo("a passing fault: done"));
    }

    @Test
    void switchVendors_tellsWhatIsMissingAndRunsOnceItIsBridged() throws Exception {
        SwitchVendors.main(NO_ARGUMENTS);

        assertThat(lines())
                .contains("play2sell: StartupXYZ - Pro Plan is WON", "stora: StartupXYZ - Pro Plan is WON")
                .anyMatch(line -> line.startsWith("play2sell -> stora: 3 refused, "))
                .anyMatch(line -> line.startsWith("play2sell -> stora: ") && !line.contains("refused"));
    }

    private Iterable<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
