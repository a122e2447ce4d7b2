package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.internal.http.PromptServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is left of clients that are closed, and of those that nobody closes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LeavingNothingBehindTest {
    private static final int CLIENTS = 1_000;

    @StartStop
    private final MockWebServer server = PromptServer.create();

    @BeforeEach
    void answer() {
        server.setDispatcher(new Responses());
    }

    @Test
    @EnabledOnOs(OS.LINUX) // Where open sockets can be counted without asking another program.
    void close_ofManyClients_leavesNeitherThreadNorConnection() throws InterruptedException {
        useAndClose(0);
        useAndClose(1);
        long files = openFiles();

        for (int i = 0; i < CLIENTS; i++) {
            useAndClose(i);
        }

        for (Thread thread : AsyncHttpTest.threads()) {
            thread.join();
        }
        assertThat(server.getRequestCount()).isEqualTo(CLIENTS + 2);
        // The server's ends of the connections, too.
        server.close();
        assertThat(openFiles()).isLessThan(files + 20);
    }

    /** Every second one without a thread that waits. */
    private void useAndClose(int turn) {
        try (DealsClient deals = HttpVendor.connect(server.url("/").toString())) {
            if (turn % 2 == 0) {
                deals.get("d1");
            } else {
                deals.async().get("d1").join();
            }
        }
    }

    private static long openFiles() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    @Test
    void program_thatForgetsToClose_exitsAtOnce() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        ForgetfulProgram.class.getName(),
                        server.url("/").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = program.inputReader()) {
            String said = out.lines().takeWhile(line -> !line.equals("done")).collect(Collectors.joining("\n"));
            long done = System.nanoTime();

            assertThat(program.waitFor(50, TimeUnit.SECONDS)).as(said).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - done)).isLessThan(Duration.ofSeconds(2));
            assertThat(program.exitValue()).as(said).isZero();
        } finally {
            program.destroyForcibly();
        }
        assertThat(server.getRequestCount()).isEqualTo(11);
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
}
