package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison says when it has nothing to go on, or less than it should. */
final class PortabilityFaultsTest {
    @TempDir
    private Path directory;

    @Test
    void compare_filesThatAreBothBroken_tellsTheFaultsOfBoth() throws IOException {
        Path from = file("from.properties", "deals.provider=stora", "deals.token=t", "deals.tokn=t");
        Path to = directory.resolve("to.properties");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Portability.compare(from, to))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                from + " line 3: deals.tokn: unknown key; did you mean deals.token?",
                                to + ": there is no such file; write the path of a properties file that can be read"));
    }

    @Test
    void compare_oneFileBrokenAndOneProviderMissing_tellsBoth() throws IOException {
        Path from = file("from.properties", "deals.provider=stora", "deals.token=t", "deals.call-timeout=soon");
        Path to = file("to.properties", "deals.provider=stroa", "deals.token=t");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Portability.compare(from, to))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith(from + " line 3: deals.call-timeout: "),
                                line -> assertThat(line)
                                        .startsWith(to + " line 1: deals.provider: there is no provider \"stroa\"")));
    }

    @Test
    void compare_sameFaultOnBothSides_isToldOnce() {
        DealsConfig nobody = DealsConfig.from(Map.of("deals.provider", "nobody", "deals.token", "t"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Portability.compare(nobody, nobody))
                .satisfies(thrown -> assertThat(thrown.problems()).hasSize(1));
    }

    @Test
    void compare_usageFileThatIsNone_isRefusedWithItsLines() throws IOException {
        Path usage = file("usage.properties", "operation.mve=1");
        DealsConfig from = DealsConfig.from(
                Map.of("deals.provider", "stora", "deals.token", "t", "deals.usage-file", usage.toString()));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Portability.compare(from, from))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .singleElement()
                        .asString()
                        .startsWith(usage + ": operation.mve: is no requirement"));
    }

    @Test
    void compare_usageFileOfTheFirst_isWhatTheProgramNeeds() throws IOException {
        Path usage = file("usage.properties", "operation.win=3", "stage.Gespr\u00e4ch=1");
        DealsConfig from =
                DealsConfig.from(Map.of("deals.provider", "play2sell", "deals.usage-file", usage.toString()));
        DealsConfig to = DealsConfig.from(Map.of("deals.provider", "stardex", "deals.require", "get"));

        PortabilityReport report = Portability.compare(from, to);

        assertThat(report.findings())
                .extracting(PortabilityFinding::verdict, PortabilityFinding::subject)
                .startsWith(
                        tuple(PortabilityVerdict.REFUSED, "win"),
                        tuple(PortabilityVerdict.REFUSED, "stage Gespr\u00e4ch"))
                .endsWith(tuple(PortabilityVerdict.DERIVED, "get"));
    }

    @Test
    void compare_usageFileNotThereYet_leavesWhatIsDeclared() {
        DealsConfig from = DealsConfig.from(Map.of(
                "deals.provider",
                "play2sell",
                "deals.usage-file",
                directory.resolve("later").toString(),
                "deals.require",
                "get"));

        PortabilityReport report = Portability.compare(from, from);

        assertThat(report.findings()).extracting(PortabilityFinding::subject).containsExactly("get");
    }

    @Test
    void render_nothingNeeded_saysSo() {
        PortabilityReport report = new PortabilityReport("stora", "one.properties", "play2sell", "map", List.of());

        assertThat(report.render(80)).isEqualTo("stora -> play2sell: nothing to compare\none.properties -> map\n");
        assertThat(report.isPortable()).isTrue();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }
}
