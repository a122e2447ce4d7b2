package dev.dealsdk.cli;

import dev.dealsdk.examples.PipelineTour;
import dev.dealsdk.examples.StepResult;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs a tour of all vendors with nothing but the jar. */
@Command(
        name = "demo",
        description = "Start the simulators of all vendors and run the same code against each. Needs no account.",
        footer = "  deals demo")
final class DemoCommand implements Callable<Integer> {
    private final Cli cli;

    DemoCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        int exitCode;
        if (cli.json()) {
            Map<String, List<StepResult>> byVendor = PipelineTour.onSimulators(
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            byVendor.forEach((vendor, steps) -> steps.forEach(step -> print(vendor, step)));
            boolean failed = byVendor.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(step -> step.kind() == StepResult.Kind.FAILED);
            exitCode = failed ? ExitCode.FAULT : ExitCode.DONE;
        } else {
            PrintStream out = new PrintStream(cli.results().wrapping(cli.width()), true, StandardCharsets.UTF_8);
            exitCode = PipelineTour.conclude(PipelineTour.onSimulators(out), out, cli.width());
        }
        cli.results().flush();
        return exitCode;
    }

    private void print(String vendor, StepResult step) {
        cli.json(out -> {
            out.value("provider", vendor)
                    .value("step", step.step())
                    .value("result", step.kind().name());
            if (!step.why().isEmpty()) {
                out.value("why", step.why());
            }
            out.value("requests", BigDecimal.valueOf(step.wireCalls()));
        });
    }
}
