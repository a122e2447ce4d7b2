package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} finds out about a configuration. */
class CheckTest {
    @ParameterizedTest
    @MethodSource("vendors")
    void check_goodConfiguration_makesOneReadAndShowsNoSecret(Supplier<VendorSimulator> start) {
        try (VendorSimulator vendor = start.get()) {
            Run run = deals(vendor, "check");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).endsWith("The configuration works.\n").contains("deals.token", "****");
            assertThat(run.out() + run.err()).doesNotContain(vendor.token());
            assertThat(vendor.journal()).hasSize(1);
            assertThat(vendor.contractViolations()).isEmpty();
        }
    }

    static Stream<Supplier<VendorSimulator>> vendors() {
        return Stream.of(
                Play2SellSimulator::start, StoraSimulator::start, StardexSimulator::start, BacksideSimulator::start);
    }

    @Test
    void check_requirementAndTokenWrong_findsBothInOneRun() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(vendor, "-D", "deals.token=wrong", "-D", "deals.require=reopen,win", "--json", "check");

            assertThat(run.exitCode()).isEqualTo(2);
            Map<String, Object> report = run.object();
            assertThat(report.get("ok")).isEqualTo(false);
            assertThat((List<?>) report.get("faults"))
                    .singleElement()
                    .asString()
                    .startsWith("deals.require: play2sell does not offer reopen");
            assertThat((List<?>) report.get("problems"))
                    .extracting(problem -> String.valueOf(((Map<?, ?>) problem).get("type")))
                    .containsExactly("ConfigurationException", "AuthenticationException");
        }
    }

    @Test
    void check_severalFaultsOfTheConfiguration_tellsAll() {
        Run run =
                Run.deals("-D", "deals.nosuch=1", "-D", "deals.require=fly", "-D", "deals.max-attempts=none", "check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("deals.nosuch"))
                .anyMatch(line -> line.contains("\"fly\" is not an operation"))
                .anyMatch(line -> line.contains("deals.max-attempts"))
                .anyMatch(line -> line.contains("deals.provider: is not set"))
                .anyMatch(line -> line.contains("deals.token: there are no credentials"));
    }

    @Test
    void check_allConnections_tellsEachAndExitsWithTheFirstFailure(@TempDir Path files) throws IOException {
        try (VendorSimulator good = Play2SellSimulator.start();
                VendorSimulator bad = StoraSimulator.start()) {
            Path file = file(
                    files,
                    "accounts.properties",
                    "deals.connections.apac.provider=stora",
                    "deals.connections.apac.token=wrong",
                    "deals.connections.apac.base-url=" + bad.url(),
                    "deals.connections.emea.provider=play2sell",
                    "deals.connections.emea.token=" + good.token(),
                    "deals.connections.emea.base-url=" + good.url());

            Run people = Run.deals("--config", file.toString(), "check", "--all");
            Run script = Run.deals("--config", file.toString(), "--json", "check", "--all");

            assertThat(people.exitCode()).isEqualTo(3);
            assertThat(people.out()).contains("=== apac\n", "=== emea\n", "The configuration works.");
            assertThat(people.err()).startsWith("deals: apac: ").hasLineCount(1);
            assertThat(script.exitCode()).isEqualTo(3);
            assertThat(script.objects())
                    .extracting(report -> String.valueOf(report.get("connection")))
                    .containsExactly("apac", "emea");
            assertThat(script.objects()).extracting(report -> report.get("ok")).containsExactly(false, true);
        }
    }

    @Test
    void check_allAndOne_isAUsageError() {
        assertThat(Run.deals("--connection", "emea", "check", "--all").exitCode())
                .isEqualTo(2);
        assertThat(Run.deals("check", "--all", "--against", "x.properties").exitCode())
                .isEqualTo(2);
    }

    @Test
    void check_tokenRefused_isAnAuthenticationProblem() {
        try (VendorSimulator vendor = StoraSimulator.start()) {
            Run run = deals(vendor, "-D", "deals.token=wrong", "check");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).doesNotContain("wrong", "works");
        }
    }

    @Test
    void check_againstAnotherVendor_tellsWhatItRefusesWithoutSendingAnything(@TempDir Path files) throws IOException {
        Path from =
                file(files, "from.properties", "deals.provider=play2sell", "deals.token=t", "deals.require=move,win");
        Path to = file(files, "to.properties", "deals.provider=stora", "deals.token=t");

        Run run = Run.deals("--config", from.toString(), "check", "--against", to.toString());

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.out()).startsWith("play2sell -> stora: 1 refused").contains("deals.allow-unverified=true");
        assertThat(run.err()).contains("the program uses features that this vendor refuses: move");
    }

    @Test
    void check_againstAnotherVendorThatCan_isDone(@TempDir Path files) throws IOException {
        Path from =
                file(files, "from.properties", "deals.provider=play2sell", "deals.token=t", "deals.require=move,win");
        Path to = file(
                files,
                "to.properties",
                "deals.provider=stora",
                "deals.token=t",
                "deals.allow-unverified=true",
                "deals.stages.x=y");

        Run run = Run.deals("--config", from.toString(), "--json", "check", "--against", to.toString());

        assertThat(run.exitCode()).isZero();
        Map<?, ?> portability = (Map<?, ?>) Objects.requireNonNull(run.object().get("portability"));
        assertThat(portability.get("from")).isEqualTo("play2sell");
        assertThat(portability.get("to")).isEqualTo("stora");
        assertThat(portability.get("portable")).isEqualTo(true);
        assertThat((List<?>) portability.get("findings"))
                .extracting(finding -> String.valueOf(((Map<?, ?>) finding).get("subject")))
                .contains("move", "win");
    }

    @Test
    void check_againstABrokenFile_tellsTheFaultsOfBoth(@TempDir Path files) throws IOException {
        Path from = file(files, "from.properties", "deals.provider=play2sell", "deals.tokn=t");
        Path to = file(files, "to.properties", "deals.provider=stora", "deals.max-attempts=none");

        Run run = Run.deals("--config", from.toString(), "check", "--against", to.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("from.properties line 2: deals.tokn")
                .contains("to.properties line 2: deals.max-attempts");
    }

    @Test
    void check_againstAFileThatIsNotThere_saysSo(@TempDir Path files) throws IOException {
        Path from = file(files, "from.properties", "deals.provider=play2sell", "deals.token=t");

        Run run = Run.deals(
                "--config",
                from.toString(),
                "check",
                "--against",
                files.resolve("none.properties").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none.properties");
    }

    @Test
    void check_againstWithSettingsAndConnection_areThoseOfTheFirst(@TempDir Path files) throws IOException {
        Path from = file(
                files,
                "from.properties",
                "deals.connections.emea.provider=play2sell",
                "deals.connections.emea.token=${DEALS_TEST_NOT_SET}");
        Path to = file(
                files,
                "to.properties",
                "deals.provider=stora",
                "deals.token=${DEALS_TEST_NOT_SET}",
                "deals.connections.emea.provider=stardex");

        Run run = Run.deals(
                "--config",
                from.toString(),
                "--connection",
                "emea",
                "-D",
                "deals.require=get",
                "check",
                "--against",
                to.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("play2sell -> stora: ")
                .contains(" 1 same\n" + from + ", connection emea -> " + to + "\n");
    }

    @Test
    void check_againstAnotherConnection_comparesTwoOfOneFile(@TempDir Path files) throws IOException {
        Path accounts = file(
                files,
                "accounts.properties",
                "deals.connections.emea.provider=play2sell",
                "deals.connections.emea.require=get",
                "deals.connections.apac.provider=stora");

        Run run = Run.deals(
                "--config",
                accounts.toString(),
                "--connection",
                "emea",
                "--json",
                "check",
                "--against-connection",
                "apac");
        Run unnamed = Run.deals(
                "--config", accounts.toString(), "--connection", "emea", "check", "--against", accounts.toString());

        assertThat(run.exitCode()).isZero();
        Map<?, ?> portability = (Map<?, ?>) Objects.requireNonNull(run.object().get("portability"));
        assertThat(portability.get("fromSource")).isEqualTo(accounts + ", connection emea");
        assertThat(portability.get("toSource")).isEqualTo(accounts + ", connection apac");
        assertThat(unnamed.exitCode()).isEqualTo(2);
        assertThat(unnamed.err()).contains("--against-connection NAME is missing; the connections are apac, emea");
    }

    @Test
    void check_bridgedConfiguration_tellsWhoDoesEachThing() {
        try (VendorSimulator vendor = StoraSimulator.start()) {
            String[] bridges = {
                "-D", "deals.keep.value=custom:value",
                "-D", "deals.drop=tags,name",
                "-D", "deals.local-query=filters"
            };

            Run people = deals(vendor, with(bridges, "check"));
            Run script = deals(vendor, with(bridges, "--json", "check"));

            assertThat(people.exitCode()).isZero();
            assertThat(people.out())
                    .containsPattern("field name +by the vendor\n")
                    .containsPattern("field value +kept in customFields.value\n")
                    .containsPattern("field tags +dropped\n")
                    .containsPattern("field contact.id +create: by the vendor; update: refused\n")
                    .containsPattern("filter status +applied here\n")
                    .containsPattern("order VALUE +refused\n")
                    .containsPattern("operation move +refused without deals.allow-unverified=true\n")
                    .containsPattern("deals.drop +stora takes name itself\n");
            assertThat(list(script.object(), "coverage"))
                    .contains(
                            Map.of(
                                    "kind",
                                    "FIELD",
                                    "name",
                                    "value",
                                    "operation",
                                    "UPDATE",
                                    "how",
                                    "KEPT",
                                    "words",
                                    "kept in customFields.value"),
                            Map.of("kind", "ORDER", "name", "VALUE", "how", "REFUSED", "words", "refused"));
            assertThat(script.object().get("withoutEffect"))
                    .isEqualTo(List.of(Map.of("key", "deals.drop", "reason", "stora takes name itself")));
        }
    }

    @Test
    void check_coverage_fitsEightyColumns() {
        try (VendorSimulator vendor = BacksideSimulator.start()) {
            List<String> all = new ArrayList<>();
            vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
            all.addAll(List.of("-D", "deals.allow-unverified=true", "check"));

            Run run = Run.deals(new Terminal(Map.of("COLUMNS", "80"), false, false, false), all.toArray(String[]::new));

            assertThat(run.out()).containsPattern("operation list +by the vendor \\(unverified\\)\n");
            assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void check_suggest_writesAFileThatConnectsAndBridgesWhatItCan(@TempDir Path files) throws IOException {
        try (VendorSimulator stora = StoraSimulator.start()) {
            Path usage = file(
                    files,
                    "usage.properties",
                    "operation.create=1",
                    "field.create.name=1",
                    "field.create.tags=1",
                    "operation.list=1",
                    "filter.status=1",
                    "operation.move=1");
            Path from = file(files, "from.properties", "deals.provider=play2sell", "deals.usage-file=" + usage);
            Path to = file(files, "to.properties", "deals.provider=stora", "deals.token=secret-of-stora");
            Path made = files.resolve("made.properties");

            Run run = Run.deals(
                    "--config", from.toString(), "check", "--against", to.toString(), "--suggest", made.toString());

            assertThat(run.exitCode()).isEqualTo(8);
            assertThat(run.out()).contains("+ deals.keep.tags=custom:tags").endsWith("\nWritten: " + made + "\n");
            assertThat(Files.readString(made))
                    .doesNotContain("secret-of-stora")
                    .contains(
                            "\n#deals.token=${STORA_TOKEN}\n",
                            "\ndeals.keep.tags=custom:tags\n",
                            "\ndeals.local-query=filters\n",
                            "\n#deals.allow-unverified=true\n");
            Run again = Run.deals("--config", from.toString(), "--json", "check", "--against", made.toString());
            assertThat(list(Run.part(again.object(), "portability"), "findings"))
                    .filteredOn(finding -> "REFUSED".equals(((Map<?, ?>) finding).get("verdict")))
                    .extracting(finding -> String.valueOf(((Map<?, ?>) finding).get("subject")))
                    .containsExactly("move");
            List<String> checked = new ArrayList<>(List.of("--config", made.toString()));
            stora.config().forEach((key, value) -> checked.addAll(List.of("-D", key + "=" + value)));
            checked.add("check");
            assertThat(Run.deals(checked.toArray(String[]::new)).exitCode()).isZero();
        }
    }

    @Test
    void check_suggestIntoAFileThatExists_leavesItAlone(@TempDir Path files) throws IOException {
        Path from = file(files, "from.properties", "deals.provider=play2sell");
        Path to = file(files, "to.properties", "deals.provider=stora");

        Run run =
                Run.deals("--config", from.toString(), "check", "--against", to.toString(), "--suggest", to.toString());
        Run alone = Run.deals("--config", from.toString(), "check", "--suggest", to.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--suggest: " + to + " exists");
        assertThat(Files.readString(to)).isEqualTo("deals.provider=stora\n");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("--against FILE");
    }

    private static List<Object> list(Map<String, Object> report, String name) {
        return List.copyOf((List<?>) Objects.requireNonNull(report.get(name)));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Path file(Path folder, String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static Run deals(VendorSimulator vendor, String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return Run.deals(all.toArray(String[]::new));
    }
}
