package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines that cannot be, and the help against them. No vendor is asked. */
class UsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lsit                                  | did you mean list?
            list --statu won                      | did you mean --status
            list --status wonn                    | "wonn" is not one of open, won, lost
            list --limit -1                       | "-1" is not a number between 1 and 999999999
            list --limit 0                        | "0" is not a number
            list --limit                          | Missing required parameter for option '--limit'
            get                                   | Missing required parameter: 'ID'
            get a b                               | unexpected argument "b"
            create                                | --name NAME is missing
            create --name x --value 12,5          | "12,5" is not a decimal number
            create --name x --currency USD        | --currency requires --value
            create --name x --close-on 1.5.2026   | "1.5.2026" is not a date such as 2026-05-01
            update x --clear nofield              | the fields are name, value,
            simulate hubspot                      | the simulators are backside, play2sell, stardex, stora
            simulate stora --port 99999           | is not a port between 0 and 65535
            -D nonsense list                      | KEY=VALUE
            -D foo=1 list                         | keys start with "deals."
            -D deals.nosuch=1 list                | deals.nosuch: unknown key; the nearest known is
            -D deals.call-timeout=soon list       | "soon" is not a duration; write for example 500ms, 10s or 2m
            --config nofile.properties list       | there is no such file
            list                                  | deals.provider: is not set
            create --name x --value 1 --currency usd | currency
            """)
    void misuse_anyKind_isToldInOneErrorThatHelps(String line, String told) {
        Run run = Run.deals(("--json " + line).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("message")).asString().contains(told);
    }

    @Test
    void help_beforeACommand_listsAllCommands() {
        assertThat(Run.deals("--help", "list").out())
                .isEqualTo(Run.deals("--help").out())
                .contains("transfer");
    }

    @Test
    void help_ofEveryCommand_saysNothingOnStandardError() {
        Stream<String> commands = Run.deals("--help").lines().stream()
                .dropWhile(line -> !line.equals("Commands:"))
                .takeWhile(line -> !line.equals("Exit codes:"))
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().replaceFirst(" .*", ""));
        List<List<String>> helps = Stream.concat(
                        commands.map(command -> List.of("help", command)),
                        Stream.of("plan", "run", "verify", "rollback", "status")
                                .map(step -> List.of("transfer", step, "--help")))
                .toList();

        assertThat(helps).hasSizeGreaterThan(20);
        assertThat(helps).allSatisfy(help -> {
            Run run = Run.deals(help.toArray(String[]::new));
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list --text ''                         | --text is empty
            list --owner '' --stage ' '            | --owner, --stage are empty
            get ''                                 | ID is empty
            create --name x --company ''           | --company is empty
            move x --to ''                         | --to is empty
            win x --note ''                        | --note is empty
            --connection '' list                   | --connection is empty
            --config '' list                       | --config is empty
            check --against ''                     | --against is empty
            """)
    void value_empty_isRefusedWithTheNameOfItsOption(String line, String told) {
        String[] args = ("--json " + line).split(" (?=(?:[^']*'[^']*')*[^']*$)");
        Run run = Run.deals(Stream.of(args).map(arg -> arg.replace("'", "")).toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("message")).asString().contains(told);
    }

    @Test
    void configuration_severalFaults_areALineEachInTheError() {
        Run run = Run.deals("--json", "-D", "deals.call-timeout=soon", "list");

        assertThat((List<?>) run.error().get("faults"))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> String.valueOf(line).contains("\"soon\" is not a duration"));
    }

    @Test
    void list_nobodyListens_saysWhereItCouldNotConnect() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        Run run = Run.deals(
                "-D",
                "deals.provider=stora",
                "-D",
                "deals.token=t",
                "-D",
                "deals.base-url=http://127.0.0.1:" + port,
                "-D",
                "deals.max-attempts=1",
                "list");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err())
                .contains("cannot reach 127.0.0.1", ": connection refused; check deals.base-url")
                .hasLineCount(1);
    }

    @Test
    void connection_severalAndNoneChosen_listsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("two.properties"), """
                deals.connections.emea.provider=stora
                deals.connections.emea.token=a
                deals.connections.us.provider=stora
                deals.connections.us.token=b
                """);

        Run run = Run.deals("--config", file.toString(), "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("deals: --connection NAME is missing; the connections are emea, us\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofEveryCommand_hasExamplesAndExitCodes(String command) {
        Run run = Run.deals(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: deals " + command)
                .contains("Exit codes:", "invalid command line or configuration", "Examples:\n");
    }

    @Test
    void help_ofACommandWithoutAnAccount_hasNoOptionsOfOne() {
        assertThat(Run.deals("demo", "--help").out())
                .contains("--json", "a step of the demo failed")
                .doesNotContain("--connection", "rate limited", "may have been applied");
        assertThat(Run.deals("list", "--help").out())
                .contains("--connection", "rate limited")
                .doesNotContain("may have been applied", "a step of the demo");
        assertThat(Run.deals("create", "--help").out()).contains("rate limited", "may have been applied");
    }

    static Stream<String> commands() {
        return Stream.of(
                "demo",
                "providers",
                "check",
                "stages",
                "list",
                "board",
                "get",
                "create",
                "update",
                "move",
                "win",
                "lose",
                "reopen",
                "delete",
                "simulate",
                "completion");
    }

    @Test
    void noCommand_printsTheUsageToStandardError() {
        Run run = Run.deals();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: deals ");
    }

    @Test
    void version_isTheOneOfTheBuild() {
        assertThat(Run.deals("--version").out()).matches("deals [0-9]+\\.[0-9]+\\.[0-9]+.*\n");
    }

    @Test
    void completion_isAScriptThatKnowsCommandsAndWords() {
        assertThat(Run.deals("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F _complete_deals", "\"open\" \"won\" \"lost\"", "\"play2sell\" \"stardex\"")
                .contains(
                        "_deals_words connections",
                        "_deals_words stages",
                        " deals.call-timeout= ",
                        " deals.stages. ",
                        " deals.connections. ")
                .doesNotContain("--words KIND", "'--words'");
    }

    @Test
    void completion_wordsOfTheConfiguration_areConnectionsAndStages() throws IOException {
        Path file = Files.writeString(folder.resolve("two.properties"), """
                deals.connections.us.provider=stora
                deals.connections.emea.provider=stora
                deals.connections.emea.stages.first=one
                deals.connections.emea.stages.second=two
                """);

        assertThat(Run.deals("completion", "--words", "connections", "--config", file.toString())
                        .lines())
                .containsExactly("emea", "us");
        assertThat(Run.deals("completion", "--words", "stages", "--config", file.toString(), "--connection", "emea")
                        .lines())
                .containsExactly("first", "second");
    }

    @Test
    void providers_everyVendor_isInTableAndJson() {
        assertThat(Run.deals("providers").lines().get(0).split(" +"))
                .containsExactly("", "backside", "play2sell", "stardex", "stora");
        assertThat(Run.deals("--json", "providers").objects())
                .extracting(vendor -> String.valueOf(vendor.get("provider")))
                .containsExactly("backside", "play2sell", "stardex", "stora");
    }
}
