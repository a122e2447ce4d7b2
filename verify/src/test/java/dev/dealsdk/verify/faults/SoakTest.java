package dev.dealsdk.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of twenty threads in a heap of 64 MB, whose vendor fails now and then, and is down in three ways. One round takes a
 * few seconds; {@code -Ddeals.soak.seconds=180} makes longer ones, and as many as fit into the time.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class SoakTest {
    private static final int SECONDS = Integer.getInteger("deals.soak.seconds", 0);
    private static final int CALLS = SECONDS == 0 ? 200 : 2_000;
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path directory;

    private final List<Figures> all = new ArrayList<>();

    /** What the program knows of itself; times in milliseconds, memory in bytes after a collection. */
    record Figures(long calls, long unknownWrites, long slowest, long held, long heap, long threads, long sockets) {
        static Figures of(String line) {
            long[] numbers =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Figures(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
        }
    }

    /** The other end of {@link SoakProgram}. */
    private record Told(Process process, BufferedReader out, PrintWriter in, Path log) {
        Figures tell(String line) throws IOException {
            in.println(line);
            in.flush();
            String figures = out.readLine();
            assertThat(figures).as(() -> "the program has ended: " + text(log)).isNotNull();
            return Figures.of(Objects.requireNonNull(figures));
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Told start(OutageVendor vendor) throws IOException {
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SoakProgram.class.getName()));
        vendor.settings().forEach((key, value) -> command.add(key + "=" + value));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new Told(
                process,
                process.inputReader(StandardCharsets.UTF_8),
                new PrintWriter(process.outputWriter(StandardCharsets.UTF_8)),
                log);
    }

    @Test
    void twentyThreads_faultsAndOutagesInASmallHeap_loseNothingAndRecover() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int rounds = 0;
        List<Long> unknown = new ArrayList<>();
        Figures last;
        String log;
        try (OutageVendor vendor = new OutageVendor()) {
            Told program = start(vendor);
            try {
                all.add(program.tell("writes"));
                do {
                    vendor.unsteady(() -> all.add(program.tell("calls " + CALLS)));
                    all.add(program.tell("writes"));
                    vendor.outages(
                            () -> {
                                long before = latest().unknownWrites();
                                all.add(program.tell("calls " + CALLS));
                                unknown.add(latest().unknownWrites() - before);
                            },
                            () -> all.add(program.tell("writes")));
                    rounds++;
                } while (System.nanoTime() - end < 0);
                last = program.tell("end");
                assertThat(program.process().waitFor(1, TimeUnit.MINUTES))
                        .as("the program exits")
                        .isTrue();
            } finally {
                program.process().destroyForcibly();
            }
            log = text(program.log());
        }
        System.out.println(summary(rounds, unknown, last));
        assertThat(unknown)
                .as("writes of unknown fate in each outage")
                .hasSize(3 * rounds)
                .allMatch(writes -> writes <= 40);
        assertThat(last.held())
                .as("milliseconds that a thread was held after a circuit had opened, at most")
                .isLessThan(SoakProgram.ATTEMPT_TIMEOUT.plusSeconds(1).toMillis());
        assertThat(log.lines().filter(line -> line.contains("dev.dealsdk.circuit")))
                .as("two for each outage: %s", log)
                .hasSize(6 * rounds)
                .allMatch(line -> line.contains("WARN"));
        assertThat(all).allSatisfy(figures -> {
            // At the start all of them may look the vendor's name up at once, each on a thread beside its own.
            assertThat(figures.threads()).as("threads").isLessThan(2 * SoakProgram.THREADS + 20);
            assertThat(figures.sockets()).as("sockets").isLessThan(2 * SoakProgram.THREADS);
        });
        assertThat(last.sockets()).as("sockets of a closed client").isLessThan(3);
        assertThat(last.heap()).as("bytes that are left").isLessThan(32L * MEBIBYTE);
    }

    private Figures latest() {
        return all.get(all.size() - 1);
    }

    private String summary(int rounds, List<Long> unknown, Figures last) {
        return "soak: %d outages, %d calls, %d writes of unknown fate (%d in outages, at most %d in one), slowest call %d ms, held %d ms at most after a circuit had opened, %d MiB of heap at most and %d at the end, %d threads, %d sockets and %d at the end"
                .formatted(
                        3 * rounds,
                        last.calls(),
                        last.unknownWrites(),
                        unknown.stream().mapToLong(Long::longValue).sum(),
                        unknown.stream().mapToLong(Long::longValue).max().orElse(0),
                        last.slowest(),
                        last.held(),
                        all.stream().mapToLong(Figures::heap).max().orElse(0) / MEBIBYTE,
                        last.heap() / MEBIBYTE,
                        all.stream().mapToLong(Figures::threads).max().orElse(0),
                        all.stream().mapToLong(Figures::sockets).max().orElse(0),
                        last.sockets());
    }
}
