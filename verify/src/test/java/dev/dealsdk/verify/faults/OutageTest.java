package dev.dealsdk.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final String DEAL = "deal_0123456789abcdef";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Long> openings = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile CountDownLatch made = new CountDownLatch(0);
    private volatile CountDownLatch written = new CountDownLatch(0);

    private record Call(boolean write, Outcome outcome, long begin, long end) {}

    @Test
    void sixThreads_threeOutages_fewWritesAreUnknownAndNoThreadHangs() throws IOException, InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        int port = freePort();
        StoraSimulator vendor = vendor(port);
        ScheduledExecutorService program = Executors.newScheduledThreadPool(THREADS);
        try (DealsClient deals = connect(vendor)) {
            for (int i = 0; i < THREADS; i++) {
                Future<?> unused = program.scheduleAtFixedRate(() -> call(deals), 0, 2, TimeUnit.MILLISECONDS);
            }
            awaitWrites();

            vendor.close();
            awaitCalls();
            vendor = vendor(port);
            awaitWrites();

            vendor.inject(Fault.status(503).always());
            awaitCalls();
            vendor.faults().clear();
            awaitWrites();

            vendor.inject(Fault.delay(Duration.ofMinutes(10)).always());
            awaitCalls();
            vendor.faults().clear();
            awaitWrites();
        } finally {
            program.shutdown();
            vendor.close();
            System.setErr(before);
        }

        long unknown = calls.stream()
                .filter(call -> call.write() && call.outcome() == Outcome.UNKNOWN)
                .count();
        long held = calls.stream()
                .mapToLong(OutageTest.this::heldAfterOpening)
                .max()
                .orElseThrow();
        String text = log.toString(StandardCharsets.UTF_8);
        System.out.println("outages: " + calls.size() + " calls, " + unknown + " writes of unknown fate, longest "
                + Duration.ofNanos(held).toMillis() + " ms after a circuit had opened");
        assertThat(unknown).as("writes of unknown fate").isLessThanOrEqualTo(40);
        assertThat(Duration.ofNanos(held))
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

    private void writeUntilItWorksAgain(FaultyVendor vendor) throws InterruptedException {
        calls.clear();
        written = new CountDownLatch(3);
        ScheduledExecutorService program = Executors.newSingleThreadScheduledExecutor();
        try (VendorSimulator simulator = vendor.simulator().get();
                DealsClient deals = DealsClient.connect(config(simulator, vendor.settings()))) {
            Operation write = vendor.writes(deals).get(0);
            String id = simulator.addDeal(vendor.before(write));
            Runnable writing =
                    () -> timed(true, () -> FaultSuiteTest.call(vendor, write, deals, id, "Made in an outage"));
            simulator.inject(Fault.status(503).always());
            for (int i = 0; i < 20; i++) {
                writing.run();
            }
            assertThat(calls).extracting(Call::outcome).contains(Outcome.UNKNOWN, Outcome.NOT_SENT);
            assertThat(simulator.journal()).as("ten, and a probe or two").hasSizeBetween(10, 13);
            simulator.faults().clear();
            Future<?> unused = program.scheduleAtFixedRate(writing, 0, 10, TimeUnit.MILLISECONDS);

            assertThat(written.await(1, TimeUnit.MINUTES)).as("writes go again").isTrue();
            simulator.requireContract();
        } finally {
            program.shutdown();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static StoraSimulator vendor(int port) {
        StoraSimulator vendor = StoraSimulator.start(port);
        vendor.addDeal(Map.of("id", DEAL, "name", "Outage"));
        return vendor;
    }

    private DealsClient connect(VendorSimulator vendor) {
        return DealsClient.connect(config(vendor, Map.of("deals.allow-unverified", "true")));
    }

    private DealsConfig config(VendorSimulator vendor, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(vendor.config());
        settings.putAll(more);
        settings.put("deals.circuit", "10/300ms");
        settings.put("deals.attempt-timeout", ATTEMPT_TIMEOUT.toMillis() + "ms");
        settings.put("deals.max-retry-delay", "20ms");
        DealsConfig.Builder config = DealsConfig.builder();
        settings.forEach(config::set);
        return config.addListener(new CallListener() {
                    @Override
                    public CallObserver callStarted(CallStart call) {
                        return new CallObserver() {};
                    }

                    @Override
                    public void circuitChanged(CircuitChange change) {
                        if (change.state() == CircuitState.OPEN) {
                            openings.add(System.nanoTime());
                        }
                    }
                })
                .build();
    }

    private void awaitCalls() throws InterruptedException {
        made = new CountDownLatch(CALLS);
        made.await();
    }

    /** Waits until writes succeed again; by then the circuit is closed. */
    private void awaitWrites() throws InterruptedException {
        written = new CountDownLatch(20);
        written.await();
    }

    /** One of four kinds, each in its turn. */
    private void call(DealsClient deals) {
        switch (number.getAndIncrement() % 4) {
            case 0 -> create(deals);
            case 1 ->
                timed(
                        true,
                        () -> deals.update(
                                DEAL,
                                DealUpdate.builder().name("Outage " + number).build()));
            case 2 -> timed(true, () -> deals.move(DEAL, StageRef.id("dstg_237b3057d5df338e")));
            default -> timed(false, () -> deals.get(DEAL));
        }
    }

    private void create(DealsClient deals) {
        NewDeal deal = NewDeal.builder().name("Made in an outage").build();
        timed(true, () -> deals.create(deal));
    }

    private void timed(boolean write, Runnable steps) {
        long begin = System.nanoTime();
        Outcome outcome = Outcome.APPLIED;
        try {
            steps.run();
        } catch (DealsException failed) {
            outcome = failed.outcome();
        }
        calls.add(new Call(write, outcome, begin, System.nanoTime()));
        if (write && outcome == Outcome.APPLIED) {
            written.countDown();
        }
        made.countDown();
    }

    /** From the first opening while a call was under way to its end; 0 if there was none. */
    private long heldAfterOpening(Call call) {
        return openings.stream()
                .filter(opening -> opening - call.begin() >= 0 && call.end() - opening >= 0)
                .mapToLong(opening -> call.end() - opening)
                .max()
                .orElse(0);
    }
}
