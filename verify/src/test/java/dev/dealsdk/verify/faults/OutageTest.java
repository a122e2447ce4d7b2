package dev.dealsdk.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A program with six threads whose vendor is down three times: its connections are refused, it answers 503, it does not answer.
 * The calls of each phase are few; {@code -Ddeals.outage.calls=200000} makes it last.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class OutageTest {
    private static final int THREADS = 6;
    private static final int CALLS = Integer.getInteger("deals.outage.calls", 600);

    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(400);

    private final OutageCalls calls = new OutageCalls(ATTEMPT_TIMEOUT);

    @Test
    void sixThreads_threeOutages_fewWritesAreUnknownAndNoThreadHangs() throws IOException, InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (OutageVendor vendor = new OutageVendor();
                DealsClient deals = DealsClient.connect(calls.config(vendor.settings()))) {
            ScheduledExecutorService program = calls.run(deals, THREADS, 2);
            try {
                calls.awaitWrites();
                vendor.outages(() -> calls.awaitCalls(CALLS), calls::awaitWrites);
            } finally {
                program.shutdown();
            }
        } finally {
            System.setErr(before);
        }

        String text = log.toString(StandardCharsets.UTF_8);
        System.out.println("outages: " + calls.calls() + " calls, " + calls.unknownWrites()
                + " writes of unknown fate, longest " + calls.held().toMillis() + " ms after a circuit had opened");
        assertThat(calls.unknownWrites()).as("writes of unknown fate").isLessThanOrEqualTo(40);
        assertThat(calls.held())
                .as("the longest that a thread was held after the circuit had opened")
                .isLessThan(ATTEMPT_TIMEOUT.plusSeconds(1));
        assertThat(text.lines().filter(line -> line.contains("dev.dealsdk.circuit")))
                .as(text)
                .hasSize(6)
                .allMatch(line -> line.contains("WARN"));
    }

    /** Every vendor: the read that goes before the write is one that it understands. */
    @TestFactory
    Stream<DynamicTest> writesAlone_vendorWorksAgain_areSentAgain() {
        return FaultyVendor.all().stream()
                .map(vendor -> DynamicTest.dynamicTest(vendor.name(), () -> writeUntilItWorksAgain(vendor)));
    }

    private static void writeUntilItWorksAgain(FaultyVendor vendor) throws InterruptedException {
        OutageCalls writes = new OutageCalls(ATTEMPT_TIMEOUT);
        ScheduledExecutorService program = Executors.newSingleThreadScheduledExecutor();
        try (VendorSimulator simulator = vendor.simulator().get();
                DealsClient deals = DealsClient.connect(writes.config(settings(simulator, vendor)))) {
            Operation write = vendor.writes(deals).get(0);
            String id = simulator.addDeal(vendor.before(write));
            Runnable writing =
                    () -> writes.make(true, () -> FaultSuiteTest.call(vendor, write, deals, id, "Made in an outage"));
            simulator.inject(Fault.status(503).always());
            for (int i = 0; i < 20; i++) {
                writing.run();
            }
            assertThat(writes.outcomes()).contains(Outcome.UNKNOWN, Outcome.NOT_SENT);
            assertThat(simulator.journal()).as("ten, and a probe or two").hasSizeBetween(10, 13);
            simulator.faults().clear();
            Future<?> unused = program.scheduleAtFixedRate(writing, 0, 10, TimeUnit.MILLISECONDS);

            writes.awaitWrites();
            simulator.requireContract();
        } finally {
            program.shutdown();
        }
    }

    private static Map<String, String> settings(VendorSimulator simulator, FaultyVendor vendor) {
        Map<String, String> settings = new HashMap<>(simulator.config());
        settings.putAll(vendor.settings());
        return settings;
    }
}
