package dev.dealsdk.quota.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.quota.redis.CountingVendor.Arrival;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four programs with one account, in processes of their own, and a vendor that refuses each request too many. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SharedQuotaTest {
    private static final int PROGRAMS = 4;
    private static final int CALLS = 60;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private final CountingVendor vendor = new CountingVendor(CALLS, WINDOW);
    private final List<Program> programs = new ArrayList<>();

    @AfterEach
    void end() {
        programs.forEach(program -> program.process().destroyForcibly());
    }

    private record Program(Process process, BufferedReader output) {}

    private void start(String name, RedisServer redis) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-cp",
                        classPath(),
                        CallingProgram.class.getName(),
                        name,
                        server.url("/").toString(),
                        redis.address(),
                        CALLS + "/" + WINDOW.toSeconds() + "s")
                .redirectErrorStream(true)
                .start();
        programs.add(new Program(process, process.inputReader()));
    }

    /** That of this test, whether it runs with modules or without. */
    private static String classPath() {
        return Stream.of(
                        Path.of("target", "classes").toString(),
                        Path.of("target", "test-classes").toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void fourPrograms_oneAccount_useItsQuotaAndNoMore() throws IOException, InterruptedException {
        server.setDispatcher(vendor);
        try (RedisServer redis = RedisServer.start()) {
            for (int i = 0; i < PROGRAMS; i++) {
                start("program-" + i, redis);
            }
            for (Program program : programs) {
                assertThat(program.output().lines().takeWhile(line -> !line.equals("ready")))
                        .isEmpty();
            }
            for (Program program : programs) {
                program.process().outputWriter().append("go\n").flush();
            }
            vendor.await(2 * PROGRAMS);

            List<Arrival> together = vendor.await(2 * CALLS);
            int refusedTogether = vendor.refused();
            redis.kill();
            List<Arrival> apart = vendor.await(CALLS / 2);
            int refusedApart = vendor.refused();
            redis.run();
            List<Arrival> again = vendor.await(3 * CALLS);

            System.out.println("used with Redis: " + percent(together) + " % of the quota, by program "
                    + byCaller(together) + "; without: " + percent(apart) + " %; again: " + percent(again)
                    + " %; refused: " + refusedTogether + ", " + refusedApart + ", " + vendor.refused());

            for (Program program : programs) {
                program.process().outputWriter().close();
            }
            for (Program program : programs) {
                assertThat(program.output().lines().toList())
                        .satisfiesExactlyInAnyOrder(
                                away -> assertThat(away)
                                        .contains("WARN")
                                        .contains("redis://****@127.0.0.1")
                                        .doesNotContain(RedisServer.PASSWORD)
                                        .contains("keeps to 20 % of the account's quota"),
                                back -> assertThat(back).contains("INFO").contains("can be reached again"),
                                done -> assertThat(done).isEqualTo("done"));
            }
            assertThat(vendor.refused()).as("requests too many").isZero();
            assertThat(percent(together)).as("of the quota").isGreaterThanOrEqualTo(95);
            assertThat(byCaller(together).values())
                    .as("fair")
                    .hasSize(PROGRAMS)
                    .allSatisfy(count -> assertThat(count).isBetween(CALLS / 2L - CALLS / 15, CALLS / 2L + CALLS / 15));
            assertThat(percent(again.subList(2 * CALLS, again.size())))
                    .as("of the quota, after Redis came back")
                    .isGreaterThanOrEqualTo(95);
        }
    }

    /** How much of the quota requests use that come as fast as these. */
    private static double percent(List<Arrival> arrivals) {
        long nanos =
                arrivals.get(arrivals.size() - 1).nanoTime() - arrivals.get(0).nanoTime();
        return Math.round(1000.0 * (arrivals.size() - 1) * WINDOW.toNanos() / nanos / CALLS) / 10.0;
    }

    private static Map<String, Long> byCaller(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(Arrival::caller)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
