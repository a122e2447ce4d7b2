package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealField;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which configurations are compared. */
final class PortabilitySourcesTest {
    private static final Requirements GET = Requirements.of(Requirement.operation(Operation.GET));

    @TempDir
    private Path directory;

    @AfterEach
    void clear() {
        System.clearProperty("deals.provider");
    }

    @Test
    void compare_filesWithTokensOfOtherPlaces_needsNone() throws IOException {
        Path from = file("from.properties", "deals.provider=play2sell", "deals.token=${DEALS_TEST_NOT_SET}");
        Path to = file(
                "to.properties",
                "deals.provider=stora",
                "deals.oauth.client-id=${DEALS_TEST_NOT_SET}",
                "deals.oauth.client-secret=${DEALS_TEST_NOT_SET}",
                "deals.oauth.token-url=${DEALS_TEST_NOT_SET}");

        PortabilityReport report = Portability.compare(from, to, GET);

        assertThat(report.isPortable()).isTrue();
        assertThat(report.render(40)).contains(from + " -> " + to);
    }

    @Test
    void compare_files_settingsOfThisProcessAreNoneOfTheirs() throws IOException {
        System.setProperty("deals.provider", "stardex");
        Path from = file("from.properties", "deals.provider=play2sell");
        Path to = file("to.properties", "deals.provider=stora");

        PortabilityReport report = Portability.compare(from, to, GET);

        assertThat(report.fromProvider()).isEqualTo("play2sell");
        assertThat(report.toProvider()).isEqualTo("stora");
    }

    @Test
    void compare_connectionsOfOneFile_areTwoAccounts() throws IOException {
        Path file = file(
                "accounts.properties",
                "deals.provider=play2sell",
                "deals.token=${DEALS_TEST_NOT_SET}",
                "deals.connections.emea.token=${DEALS_TEST_EMEA}",
                "deals.connections.apac.token=${DEALS_TEST_APAC}");
        DealsConfig accounts = DealsConfig.builder().onlyFile(file).build();
        Requirements stages = Requirements.counted(Map.of(
                Requirement.operation(Operation.MOVE),
                1L,
                Requirement.field(Operation.MOVE, DealField.STAGE),
                1L,
                new Requirement(RequirementKind.STAGE_ID, "any"),
                1L));

        PortabilityReport other = Portability.compare(accounts.connection("emea"), accounts.connection("apac"), stages);
        PortabilityReport same = Portability.compare(accounts.connection("emea"), accounts.connection("emea"), stages);

        assertThat(other.fromSource()).isEqualTo(file + ", connection emea");
        assertThat(other.toSource()).isEqualTo(file + ", connection apac");
        assertThat(other.findings(PortabilityVerdict.REFUSED))
                .extracting(PortabilityFinding::subject)
                .containsExactly("stages by id");
        assertThat(same.findings()).extracting(PortabilityFinding::verdict).containsOnly(PortabilityVerdict.SAME);
    }

    @Test
    void compare_connectionsWithoutCredentials_areTwoAccounts() throws IOException {
        Path file = file(
                "accounts.properties",
                "deals.connections.emea.provider=play2sell",
                "deals.connections.apac.provider=play2sell");
        DealsConfig accounts = DealsConfig.builder().onlyFile(file).build();

        PortabilityReport report = Portability.compare(
                accounts.connection("emea"),
                accounts.connection("apac"),
                Requirements.of(new Requirement(RequirementKind.STAGE_ID, "any")));

        assertThat(report.isPortable()).isFalse();
    }

    @Test
    void compare_maps_areCalledThat() {
        PortabilityReport report = Portability.compare(
                DealsConfig.from(Map.of("deals.provider", "play2sell")),
                DealsConfig.from(Map.of("deals.provider", "stora")),
                GET);

        assertThat(report.render(80).lines()).element(1).isEqualTo("map -> map");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }
}
