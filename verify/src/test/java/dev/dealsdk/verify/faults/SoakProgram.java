package dev.dealsdk.verify.faults;

import dev.dealsdk.DealsClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A program of twenty threads in a small heap, which is told on its standard input what to wait for: {@code calls N}, {@code
 * writes}, {@code figures} or {@code end}. It responds to each with one line.
 */
final class SoakProgram {
    static final int THREADS = 20;

    /** Long enough for a computer that does much else. */
    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);

    private static final int PERIOD_MILLIS = 100;

    private SoakProgram() {}

    /**
     * Runs the program.
     *
     * @param settings such as {@code deals.provider=stora}
     */
    public static void main(String[] settings) throws IOException, InterruptedException {
        OutageCalls calls = new OutageCalls(ATTEMPT_TIMEOUT);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DealsClient deals = DealsClient.connect(calls.config(Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]))));
        ScheduledExecutorService program = calls.run(deals, THREADS, PERIOD_MILLIS);
        for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
            if (line.startsWith("calls ")) {
                calls.awaitCalls(Integer.parseInt(line.substring("calls ".length())));
            } else if (line.equals("writes")) {
                calls.awaitWrites();
            }
            System.out.println(figures(calls));
        }
        program.shutdown();
        boolean unused = program.awaitTermination(1, TimeUnit.MINUTES);
        deals.close();
        System.out.println(figures(calls));
    }

    /** In the order of {@link SoakTest.Figures}. */
    private static String figures(OutageCalls calls) {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return calls.calls() + " " + calls.unknownWrites() + " "
                + calls.slowest().toMillis() + " " + calls.held().toMillis() + " " + heap + " "
                + Thread.getAllStackTraces().size() + " " + sockets();
    }

    /** -1 where they cannot be counted without asking another program. */
    private static long sockets() {
        File[] open = new File("/proc/self/fd").listFiles();
        return open == null
                ? -1
                : Arrays.stream(open)
                        .map(SoakProgram::target)
                        .filter(target -> target.startsWith("socket:"))
                        .count();
    }

    private static String target(File descriptor) {
        try {
            return Objects.requireNonNull(Files.readSymbolicLink(descriptor.toPath()))
                    .toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
