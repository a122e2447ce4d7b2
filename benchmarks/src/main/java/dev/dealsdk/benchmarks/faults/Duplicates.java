package dev.dealsdk.benchmarks.faults;

import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Entrant;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A thousand creates of each client as it comes, under the same faults: {@code bash benchmarks/duplicates}. What was made is
 * counted by the server.
 */
public final class Duplicates {
    private static final int CALLERS = 25;
    private static final int CALLS = 40;

    private Duplicates() {}

    /** What became of the calls of a caller. */
    private record Tally(int returned, int failed, int doubled, int most) {
        Tally plus(Tally other) {
            return new Tally(
                    returned + other.returned,
                    failed + other.failed,
                    doubled + other.doubled,
                    Math.max(most, other.most));
        }
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| client | creates | returned | failed | made more than once | most for one create |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (Entrant entrant : Entrant.values()) {
            if (entrant.role() != Entrant.Role.FLOOR) {
                Tally tally = of(entrant);
                out.printf(
                        "| %s | %d | %d | %d | %d | %d |%n",
                        entrant.label(),
                        CALLERS * CALLS,
                        tally.returned(),
                        tally.failed(),
                        tally.doubled(),
                        tally.most());
            }
        }
        // Some of the clients leave threads behind that would keep the process.
        System.exit(0);
    }

    private static Tally of(Entrant entrant) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Tally>> tallies = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long seed = caller;
                tallies.add(callers.submit(() -> calls(entrant, seed)));
            }
            Tally sum = new Tally(0, 0, 0, 0);
            for (Future<Tally> tally : tallies) {
                sum = sum.plus(tally.get());
            }
            return sum;
        } finally {
            callers.shutdownNow();
        }
    }

    private static Tally calls(Entrant entrant, long seed) throws Exception {
        Tally sum = new Tally(0, 0, 0, 0);
        try (FaultyServer server = new FaultyServer(entrant.shape(), seed);
                Contender client = Contender.connect(entrant.type(), server.url())) {
            for (int call = 0; call < CALLS; call++) {
                boolean returned = returns(client);
                int made = server.made();
                sum = sum.plus(new Tally(returned ? 1 : 0, returned ? 0 : 1, made > 1 ? 1 : 0, made));
            }
        }
        return sum;
    }

    @SuppressWarnings("ReturnValueIgnored") // Only whether there is one counts.
    private static boolean returns(Contender client) {
        try {
            client.create();
            return true;
        } catch (Exception failed) {
            return false;
        }
    }
}
