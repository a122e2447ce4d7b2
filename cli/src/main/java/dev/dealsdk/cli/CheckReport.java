package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigEntry;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.portability.PortabilityFinding;
import dev.dealsdk.portability.PortabilityReport;
import dev.dealsdk.portability.PortabilityVerdict;
import dev.dealsdk.portability.SuggestedLine;
import dev.dealsdk.spi.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The results of {@code check}. */
final class CheckReport {
    private final Set<String> faults = new LinkedHashSet<>();
    private final List<Required> required = new ArrayList<>();
    private Optional<String> connection = Optional.empty();
    private List<ConfigEntry> config = List.of();
    private Optional<FirstRead> read = Optional.empty();
    private Optional<Coverage> coverage = Optional.empty();
    private Map<String, String> withoutEffect = Map.of();
    private Optional<Path> suggested = Optional.empty();
    private Optional<PortabilityReport> portability = Optional.empty();
    private Optional<DealsException> failure = Optional.empty();

    private record Required(Operation operation, Support support, boolean offered, String explanation) {}

    /** Names the connection, if there are several. */
    void connection(String name) {
        connection = Optional.of(name);
    }

    void config(List<ConfigEntry> entries) {
        config = entries;
    }

    void addFaults(List<String> more) {
        faults.addAll(more);
    }

    void required(Operation operation, Capabilities can) {
        boolean offered = can.supports(operation);
        String explanation = can.explain(operation);
        required.add(new Required(operation, can.support(operation), offered, explanation));
        if (!offered) {
            faults.add("deals.require: " + can.provider() + " does not offer " + operation.key() + ": " + explanation);
        }
    }

    /**
     * Records how each feature is handled.
     *
     * @param idle the keys without effect at the vendor, with the reason
     */
    void coverage(Capabilities can, Map<String, String> idle) {
        coverage = Optional.of(Coverage.of(can));
        withoutEffect = idle;
    }

    /** Records the file that the suggested configuration was written to. */
    void suggested(Path file) {
        suggested = Optional.of(file);
    }

    void read(FirstRead done) {
        read = Optional.of(done);
    }

    /** Records the comparison with another vendor; anything that it refuses is a failure. */
    void portability(PortabilityReport compared) {
        portability = Optional.of(compared);
        List<String> refused = compared.findings(PortabilityVerdict.REFUSED).stream()
                .map(PortabilityFinding::subject)
                .toList();
        if (!refused.isEmpty()) {
            VendorCall call =
                    VendorCall.builder().provider(compared.toProvider()).build();
            failure = Optional.of(new UnsupportedByProviderException(
                    "the program uses features that this vendor refuses: " + String.join(", ", refused), call));
        }
    }

    /** Runs a part of the check and records its failure, if any. */
    void gather(Runnable part) {
        try {
            part.run();
        } catch (ConfigurationException unusable) {
            faults.addAll(unusable.problems());
        } catch (DealsException failed) {
            failure = Optional.of(failed);
        }
    }

    /** Prints the report and returns the exit code; a configuration problem takes precedence over a failure at the vendor. */
    int print(Cli cli) {
        if (cli.json()) {
            cli.json(this::write);
        } else {
            tell(cli);
        }
        cli.results().flush();
        List<DealsException> problems = problems();
        if (problems.isEmpty()) {
            return ExitCode.DONE;
        }
        // With --json one error object, since the report has them all; otherwise one line for each problem.
        if (cli.json()) {
            return cli.diagnostics().report(problems.get(0));
        }
        String where = connection.map(name -> name + ": ").orElse("");
        faults.forEach(fault -> cli.diagnostics().say(where + fault));
        failure.ifPresent(failed -> cli.diagnostics().say(where + Diagnostics.text(failed)));
        return ExitCode.of(problems.get(0));
    }

    private List<DealsException> problems() {
        List<DealsException> problems = new ArrayList<>();
        if (!faults.isEmpty()) {
            problems.add(new ConfigurationException(List.copyOf(faults)));
        }
        failure.ifPresent(problems::add);
        return problems;
    }

    private void write(JsonWriter out) {
        List<DealsException> problems = problems();
        connection.ifPresent(name -> out.value("connection", name));
        out.value("ok", problems.isEmpty())
                .objects(
                        "config",
                        config,
                        (one, entry) -> one.value("key", entry.key())
                                .value("value", entry.value())
                                .value("source", entry.source()))
                .objects(
                        "require",
                        required,
                        (one, operation) -> one.value(
                                        "operation", operation.operation().name())
                                .value("support", operation.support().name())
                                .value("supported", operation.offered())
                                .value("explanation", operation.explanation()));
        coverage.ifPresent(all -> all.write(out));
        out.objects(
                "withoutEffect",
                withoutEffect.entrySet(),
                (one, key) -> one.value("key", key.getKey()).value("reason", key.getValue()));
        read.ifPresent(done -> out.object(
                "read", one -> one.value("operation", done.operation().name()).value("found", done.found())));
        portability.ifPresent(compared -> out.object(
                "portability",
                one -> one.value("from", compared.fromProvider())
                        .value("fromSource", compared.fromSource())
                        .value("to", compared.toProvider())
                        .value("toSource", compared.toSource())
                        .value("portable", compared.isPortable())
                        .objects("findings", compared.findings(), CheckReport::finding)));
        suggested.ifPresent(file -> out.value("suggested", file.toString()));
        out.value("faults", List.copyOf(faults)).objects("problems", problems, Diagnostics::write);
    }

    private static void finding(JsonWriter out, PortabilityFinding finding) {
        out.value("kind", finding.kind().name())
                .value("subject", finding.subject())
                .value("verdict", finding.verdict().name())
                .value("reason", finding.reason());
        finding.key().ifPresent(key -> out.value("key", key));
        out.value("lines", finding.lines().stream().map(SuggestedLine::toString).toList());
    }

    private void tell(Cli cli) {
        if (portability.isPresent()) {
            portability.get().render(cli.width()).lines().forEach(cli.results()::line);
            suggested.ifPresent(file -> cli.results().line("\nWritten: " + HarmlessText.line(file.toString())));
            return;
        }
        connection.ifPresent(name -> cli.results().line("=== " + HarmlessText.line(name)));
        if (!config.isEmpty()) {
            cli.table(
                    List.of(Table.Column.fixed("KEY"), Table.Column.wrapped("VALUE"), Table.Column.wrapped("SOURCE")),
                    config.stream()
                            .map(entry -> List.of(entry.key(), entry.value(), entry.source()))
                            .toList());
            cli.results().line("");
        }
        coverage.ifPresent(all -> {
            cli.table(List.of(Table.Column.fixed("WHAT"), Table.Column.wrapped("HOW")), all.rows());
            cli.results().line("");
        });
        if (!withoutEffect.isEmpty()) {
            cli.table(
                    List.of(Table.Column.fixed("WITHOUT EFFECT"), Table.Column.wrapped("WHY")),
                    withoutEffect.entrySet().stream()
                            .map(key -> List.of(key.getKey(), key.getValue()))
                            .toList());
            cli.results().line("");
        }
        if (!required.isEmpty()) {
            cli.table(
                    List.of(Table.Column.fixed("REQUIRED"), Table.Column.fixed("SUPPORT"), Table.Column.wrapped("HOW")),
                    required.stream()
                            .map(one ->
                                    List.of(one.operation().key(), one.support().name(), one.explanation()))
                            .toList());
            cli.results().line("");
        }
        read.ifPresent(done -> cli.results().line(done.operation().key() + ": " + done.found()));
        if (problems().isEmpty()) {
            cli.results().line("The configuration works.");
        }
        connection.ifPresent(name -> cli.results().line(""));
    }
}
