package dev.dealsdk.examples;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The first run: deals are created, moved, won and lost over real HTTP, and each step is told.
 *
 * <p>Without a configuration it starts the embedded simulator. With a {@code deals.properties}, environment or system
 * properties that name a vendor it does the same there: it creates five deals in that account and deletes one of them.
 */
public final class PipelineTour {
    private PipelineTour() {}

    /** Exits with 0 if every step did what it says, with 1 if one did not, with 2 if the configuration is wrong. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(out);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(PrintStream out) {
        try {
            return DealsConfig.load().provider().isPresent() ? onVendor(out) : onSimulator(out);
        } catch (ConfigurationException unusable) {
            out.println(unusable.getMessage());
            return 2;
        }
    }

    private static int onVendor(PrintStream out) {
        return walk(DealsConfig.builder(), DealsConfig.builder(), "the vendor your configuration names", out);
    }

    private static int onSimulator(PrintStream out) {
        try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
            DealsConfig.Builder config = DealsConfig.builder();
            DealsConfig.Builder stranger = DealsConfig.builder();
            simulator.config().forEach(config::set);
            simulator.config().forEach(stranger::set);
            return walk(config, stranger, "an embedded simulator at " + simulator.url(), out);
        }
    }

    private static int walk(DealsConfig.Builder config, DealsConfig.Builder stranger, String where, PrintStream out) {
        WireLog wire = new WireLog();
        Narrator narrator = new Narrator(out, wire);
        try (DealsClient deals =
                        DealsClient.connect(config.httpClient(wire.httpClient()).build());
                DealsClient other = DealsClient.connect(stranger.httpClient(wire.httpClient())
                        .token("not-the-token-of-this-account")
                        .build())) {
            narrator.say("A pipeline tour of " + deals.capabilities().provider() + ", on " + where);
            new Tour(deals, other, narrator).walk();
            narrator.say("All " + narrator.steps() + " steps did what they say.");
            return 0;
        } catch (Narrator.StepFailedException failed) {
            narrator.say("FAILED in step " + narrator.steps() + ": " + failed.getMessage());
            return 1;
        }
    }
}
