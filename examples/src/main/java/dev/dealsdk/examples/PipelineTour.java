package dev.dealsdk.examples;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first run: the same code, unchanged, drives vendor after vendor over real HTTP, each chosen by a properties file
 * alone, and each step is told.
 *
 * <p>Without a configuration it starts the embedded simulators. With a {@code deals.properties}, environment or system
 * properties that name a vendor it does the same there: it creates five deals in that account.
 */
public final class PipelineTour {
    /** The width of the output. */
    static final int COLUMNS = 80;

    private static final String NO_TOKEN_OF_ANYBODY = "bsk_test_not_the_token_of_this_account";

    private PipelineTour() {}

    /** Exits with 0 if every step succeeded, with 1 if one failed, with 2 if the configuration is wrong. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(out);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(PrintStream out) {
        try {
            return DealsConfig.load().provider().isPresent() ? onVendor(out) : conclude(onSimulators(out), out);
        } catch (ConfigurationException unusable) {
            out.println(unusable.getMessage());
            return 2;
        }
    }

    private static int onVendor(PrintStream out) {
        List<StepResult> results = walk(DealsConfig.builder(), DealsConfig.builder(), out);
        return conclude(Map.of("your account", results), out);
    }

    /**
     * Runs the tour against every simulator, regardless of the configuration of this program.
     *
     * @param out receives the description of each step
     * @return the results of the steps by vendor, in the order of the tour
     */
    public static Map<String, List<StepResult>> onSimulators(PrintStream out) {
        Map<String, List<StepResult>> byVendor = new LinkedHashMap<>();
        for (String vendor : TourStop.VENDORS) {
            try (TourStop stop = TourStop.at(vendor)) {
                out.println();
                out.println("=".repeat(60));
                out.println("The same program at " + vendor + ", configured by "
                        + stop.file().getFileName() + ":");
                stop.lines().forEach(line -> out.println("    " + line));
                byVendor.put(vendor, walk(stop.config(), stop.config(), out));
            }
        }
        return byVendor;
    }

    private static List<StepResult> walk(DealsConfig.Builder config, DealsConfig.Builder stranger, PrintStream out) {
        WireLog wire = new WireLog();
        Narrator narrator = new Narrator(out, wire);
        try (DealsClient deals =
                DealsClient.connect(config.httpClient(wire.httpClient()).build())) {
            narrator.step(
                    "connect",
                    "DealsClient.connect()",
                    () -> "a client of " + deals.capabilities().provider());
            try (DealsClient other = DealsClient.connect(stranger.httpClient(wire.httpClient())
                    .token(NO_TOKEN_OF_ANYBODY)
                    .build())) {
                List<String> unused = wire.take();
                new Tour(deals, other, narrator).walk();
            }
            return narrator.results();
        }
    }

    private static int conclude(Map<String, List<StepResult>> byVendor, PrintStream out) {
        return conclude(byVendor, out, COLUMNS);
    }

    /**
     * Prints all results as a table.
     *
     * @param byVendor the results of the steps by vendor
     * @param out receives the table
     * @param width the maximum width in columns; vendors that do not fit side by side follow below
     * @return 0 if every step succeeded, else 1
     */
    public static int conclude(Map<String, List<StepResult>> byVendor, PrintStream out, int width) {
        out.println();
        out.println(TourTable.of(byVendor, width));
        List<StepResult> failed = byVendor.values().stream()
                .flatMap(List::stream)
                .filter(result -> result.kind() == StepResult.Kind.FAILED)
                .toList();
        if (failed.isEmpty()) {
            out.println("Every step succeeded, or was refused before anything was sent.");
            return 0;
        }
        failed.forEach(result -> Wording.wrapped("FAILED: " + result.step() + ": " + result.why(), width)
                .forEach(out::println));
        return 1;
    }
}
