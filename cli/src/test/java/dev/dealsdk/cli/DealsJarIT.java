package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user has it: every command and every exit code, each in a process of its own. */
class DealsJarIT {
    private static final String DEAL = "880e8400-e29b-41d4-a716-446655440000";
    private static final String NO_DEAL = "880e8400-e29b-41d4-a716-44665544dead";

    @TempDir
    Path folder;

    private final Play2SellSimulator vendor = Play2SellSimulator.start();

    @BeforeEach
    void configure() throws IOException {
        configure("deals.properties", vendor);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void writes_lifeOfADeal_printTheDealAsItIsThen() {
        String id = String.valueOf(
                deals("create", "--name", "日本", "--value", "12000.50").object().get("id"));

        assertThat(deals("update", id, "--value", "13000").object().get("value"))
                .isEqualTo(Map.of("amount", new java.math.BigDecimal(13000)));
        assertThat(deals("move", id, "--to", "negotiation").object().get("stageName"))
                .isEqualTo("Negotiation");
        assertThat(deals("win", id, "--final-value", "13500").object().get("status"))
                .isEqualTo("WON");
        assertThat(deals("lose", DEAL, "--reason", "price").object().get("status"))
                .isEqualTo("LOST");
        assertThat(deals("delete", id, "--yes").object()).isEqualTo(Map.of("id", id, "deleted", true));
        assertThat(deals("get", id).exitCode()).isEqualTo(4);
        vendor.requireContract();
    }

    @Test
    void reopen_wonDealOfAnotherVendor_isOpen() throws IOException {
        try (StoraSimulator stora = StoraSimulator.start()) {
            configure("stora.properties", stora);

            Run run = deals("--config", "stora.properties", "reopen", "deal_327b3057d5df338e");

            assertThat(run.exitCode()).isZero();
            assertThat(run.object().get("status")).isEqualTo("OPEN");
            stora.requireContract();
        }
    }

    @Test
    void reads_everyCommand_printObjectsAlone() {
        assertThat(deals("get", DEAL).object().get("id")).isEqualTo(DEAL);
        assertThat(deals("list", "--status", "open").objects()).hasSize(2);
        assertThat(deals("stages").objects()).hasSize(6);
        assertThat(deals("check").object().get("ok")).isEqualTo(true);
        assertThat(deals("providers").objects()).hasSize(4);
    }

    @Test
    void demo_withoutAnyConfiguration_drivesAllVendors() {
        Run run = new DealsProcess(folder.resolve(".")).run("demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("play2sell", "stora", "stardex", "backside", "Every step succeeded");
    }

    @Test
    void exitCode_everyFailure_isTheDocumentedOneWithOneErrorObject() {
        assertError(2, "ConfigurationException", deals("-D", "deals.provider=hubspot", "stages"));
        assertError(2, "UsageException", deals("list", "--limit", "-1"));
        assertError(3, "AuthenticationException", deals("-D", "deals.token=wrong", "stages"));
        assertError(4, "DealNotFoundException", deals("get", NO_DEAL.replace("dead", "0dea")));
        assertError(5, "InvalidRequestException", deals("move", DEAL, "--to", "nowhere"));
        assertError(8, "UnsupportedByProviderException", deals("reopen", DEAL));

        vendor.inject(Fault.status(429).header("Retry-After", "90"));
        assertError(6, "RateLimitedException", deals("get", DEAL));
        vendor.inject(Fault.status(503).body("<html>down</html>"));
        assertError(7, "VendorUnavailableException", deals("-D", "deals.max-attempts=1", "get", DEAL));
        vendor.inject(Fault.cutAfterProcessing());
        assertError(9, "VendorUnavailableException", deals("create", "--name", "x", "--value", "1"));
    }

    @Test
    void list_readerGone_endsQuietly() throws IOException {
        for (int deal = 0; deal < 500; deal++) {
            String unused = vendor.addDeal(Map.of("name", "Deal " + deal));
        }
        DealsProcess deals = new DealsProcess(folder);
        Process process = deals.start("--json", "list");
        // More than fits into the pipe is to come.
        try (BufferedReader head = process.inputReader(UTF_8)) {
            assertThat(head.readLine()).startsWith("{\"id\":");
        }

        Run run = deals.end(process, "");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void simulate_untilCtrlC_servesWhatItPrints() throws IOException {
        // A build that runs in the background ignores the signal, and so would the command.
        assumeThat(Files.isExecutable(Path.of("/usr/bin/env")) && Files.exists(Path.of("/proc/self")))
                .isTrue();
        DealsProcess simulate = new DealsProcess(folder).behind("/usr/bin/env", "--default-signal=INT");
        Process process = simulate.start("--json", "simulate", "stora");
        Map<String, Object> served = Run.json(process.inputReader(UTF_8).readLine());
        Map<String, Object> config = Run.part(served, "config");
        Files.writeString(
                folder.resolve("served.properties"),
                config.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));

        Run stages = Run.deals("--config", folder.resolve("served.properties").toString(), "--json", "stages");
        interrupt(process);
        Run stopped = simulate.end(process, "");

        assertThat(stages.objects()).as(stages.toString()).hasSize(3);
        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.err()).isEmpty();
    }

    @Test
    void create_fullDevice_endsWithNineAndTellsTheId() {
        assumeThat(Files.exists(Path.of("/dev/full"))).isTrue();

        Run run = new DealsProcess(folder)
                .behind("/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh")
                .run("--json", "create", "--name", "full", "--value", "1");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(9);
        assertThat(run.error()).containsEntry("outcome", "APPLIED").containsKey("dealId");
    }

    @Test
    void ctrlC_duringAWrite_endsWithNineAndDuringAReadWith130() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/env")) && Files.exists(Path.of("/proc/self")))
                .isTrue();
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        silent.setExecutor(threads);
        silent.createContext("/", exchange -> {
            arrived.add(exchange.getRequestMethod());
            await(end);
        });
        silent.start();
        String url = "deals.base-url=http://127.0.0.1:" + silent.getAddress().getPort();
        try {
            Run write = stoppedOnceAsked(arrived, "--json", "-D", url, "create", "--name", "x", "--value", "1");
            Run read = stoppedOnceAsked(arrived, "--json", "-D", url, "get", DEAL);

            assertThat(write.exitCode()).as(write.toString()).isEqualTo(9);
            assertThat(write.error())
                    .containsEntry("provider", "play2sell")
                    .containsEntry("operation", "CREATE")
                    .containsEntry("outcome", "UNKNOWN");
            assertThat(read.exitCode()).isEqualTo(130);
            assertThat(read.err()).isEmpty();
        } finally {
            end.countDown();
            silent.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void completion_inBash_knowsFilesConnectionsAndStages() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
        Files.writeString(
                folder.resolve("deals.completion"),
                new DealsProcess(folder).run("completion").out());
        Files.writeString(folder.resolve("accounts.properties"), """
                deals.connections.emea.provider=stora
                deals.connections.emea.stages.first=one
                """);
        Path deals = Files.writeString(
                folder.resolve("deals"),
                "#!/bin/sh\nexec " + String.join(" ", new DealsProcess(folder).command()) + " \"$@\"\n");
        assertThat(deals.toFile().setExecutable(true)).isTrue();

        assertThat(completed("--config", "acc")).isEqualTo("accounts.properties");
        assertThat(completed("--config", "accounts.properties", "--connection", ""))
                .isEqualTo("emea");
        assertThat(completed("list", "--config", "accounts.properties", "--connection", "emea", "--stage", "f"))
                .isEqualTo("first");
        assertThat(completed("-D", "deals.prov")).isEqualTo("deals.provider=");
        assertThat(completed("create", "--period", "mon")).isEqualTo("monthly");
    }

    private String completed(String... words) throws IOException {
        String line = Stream.of(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String script = "source deals.completion; COMP_WORDS=(./deals " + line + "); COMP_CWORD=" + words.length
                + "; COMP_LINE=\"${COMP_WORDS[*]}\"; _complete_deals; echo \"${COMPREPLY[*]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "-c", script)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(bash.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private Run stoppedOnceAsked(BlockingQueue<String> arrived, String... args)
            throws IOException, InterruptedException {
        DealsProcess deals = new DealsProcess(folder).behind("/usr/bin/env", "--default-signal=INT");
        Process process = deals.start(args);
        assertThat(arrived.poll(60, TimeUnit.SECONDS)).as("a request").isNotNull();
        interrupt(process);
        return deals.end(process, "");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void interrupt(Process process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }

    private static void assertError(int exitCode, String type, Run run) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
        assertThat(run.error().get("type")).isEqualTo(type);
        assertThat(List.of(
                        "type",
                        "message",
                        "provider",
                        "operation",
                        "dealId",
                        "outcome",
                        "httpStatus",
                        "vendorCode",
                        "requestId",
                        "attempts",
                        "fieldErrors",
                        "faults",
                        "retryAfterSeconds"))
                .containsAll(run.error().keySet().stream().map(String::valueOf).toList());
    }

    private Run deals(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "--json";
        System.arraycopy(args, 0, all, 1, args.length);
        return new DealsProcess(folder).run(all);
    }

    private void configure(String file, VendorSimulator simulator) throws IOException {
        Files.write(
                folder.resolve(file),
                simulator.config().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }
}
