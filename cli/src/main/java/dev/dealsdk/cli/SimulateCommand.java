package dev.dealsdk.cli;

import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the simulator of a vendor on this computer. */
@Command(
        name = "simulate",
        description = "Run the simulator of a vendor until Ctrl-C, and print how to connect to it.",
        footer = "  deals simulate stora --port 8080")
final class SimulateCommand implements Callable<Integer> {
    private static final SortedMap<String, IntFunction<VendorSimulator>> SIMULATORS = new TreeMap<>(Map.of(
            "backside", BacksideSimulator::start,
            "play2sell", Play2SellSimulator::start,
            "stardex", StardexSimulator::start,
            "stora", StoraSimulator::start));

    private final Cli cli;

    @Parameters(
            paramLabel = "PROVIDER",
            completionCandidates = ProviderNames.class,
            description = "The vendor to simulate: backside, play2sell, stardex or stora.")
    private String provider = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Converters.Port.class,
            description = "The port on 127.0.0.1; a free port by default.")
    private Optional<Integer> port = Optional.empty();

    /** For completion. */
    static final class ProviderNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SIMULATORS.keySet().iterator();
        }
    }

    SimulateCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws InterruptedException {
        VendorSimulator simulator = start();
        cli.interruption().closeAtEnd(simulator);
        SortedMap<String, String> config = new TreeMap<>(simulator.config());
        String token = Optional.ofNullable(config.get("deals.token")).orElse("");
        if (cli.json()) {
            cli.json(out -> out.value("provider", provider)
                    .value("url", simulator.url())
                    .value("token", token)
                    .value("config", config));
        } else {
            tell(simulator.url(), token, config);
        }
        cli.results().flush();
        // Ctrl-C ends the process and the simulator.
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private VendorSimulator start() {
        @Nullable IntFunction<VendorSimulator> simulator = SIMULATORS.get(provider);
        if (simulator == null) {
            throw new UsageException("there is no simulator of \"" + provider + "\"; the simulators are "
                    + String.join(", ", SIMULATORS.keySet()));
        }
        try {
            return simulator.apply(port.orElse(0));
        } catch (UncheckedIOException taken) {
            Throwable cause = Optional.<Throwable>ofNullable(taken.getCause()).orElse(taken);
            throw new UsageException(
                    "--port " + port.orElse(0) + " cannot be used; choose another port: " + cause.getMessage(), taken);
        }
    }

    private void tell(String url, String token, Map<String, String> config) {
        Results out = cli.results();
        out.line("The " + provider + " simulator is running; press Ctrl-C to stop it.");
        out.line("");
        out.line("URL    " + url);
        out.line("Token  " + token);
        out.line("");
        out.line("# deals.properties");
        config.forEach((key, value) -> out.line(key + "=" + value));
    }
}
