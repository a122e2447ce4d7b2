package dev.dealsdk.verify.faults;

import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** The calls of a program whose vendor is down now and then, and what becomes of them. Thread-safe. */
final class OutageCalls implements CallListener {
    private static final int ENOUGH_WRITES = 20;

    private final Duration attemptTimeout;
    private final Set<Outcome> outcomes = ConcurrentHashMap.newKeySet();
    private final List<Long> openings = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong unknownWrites = new AtomicLong();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final LongAccumulator held = new LongAccumulator(Math::max, 0);
    private volatile CountDownLatch made = new CountDownLatch(0);
    private volatile CountDownLatch written = new CountDownLatch(0);

    OutageCalls(Duration attemptTimeout) {
        this.attemptTimeout = attemptTimeout;
    }

    /** A configuration of these calls: its circuit opens after ten failures, for 300 ms. */
    DealsConfig config(Map<String, String> settings) {
        DealsConfig.Builder config = DealsConfig.builder();
        settings.forEach(config::set);
        return config.set("deals.circuit", "10/300ms")
                .attemptTimeout(attemptTimeout)
                .maxRetryDelay(Duration.ofMillis(20))
                .addListener(this)
                .build();
    }

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

    /** Makes calls until the program is shut down, each thread one every so many milliseconds. */
    ScheduledExecutorService run(DealsClient deals, int threads, int periodMillis) {
        ScheduledExecutorService program = Executors.newScheduledThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            Future<?> unused = program.scheduleAtFixedRate(() -> call(deals), 0, periodMillis, TimeUnit.MILLISECONDS);
        }
        return program;
    }

    /** One of four kinds, each in its turn. */
    private void call(DealsClient deals) {
        int turn = number.getAndIncrement();
        switch (turn % 4) {
            case 0 ->
                make(
                        true,
                        () -> deals.create(
                                NewDeal.builder().name("Made in an outage").build()));
            case 1 ->
                make(
                        true,
                        () -> deals.update(
                                OutageVendor.DEAL,
                                DealUpdate.builder().name("Outage " + turn).build()));
            case 2 -> make(true, () -> deals.move(OutageVendor.DEAL, StageRef.id("dstg_237b3057d5df338e")));
            default -> make(false, () -> deals.get(OutageVendor.DEAL));
        }
    }

    /** Makes one call, and counts it. */
    void make(boolean write, Runnable call) {
        long begin = System.nanoTime();
        Outcome outcome = Outcome.APPLIED;
        try {
            call.run();
        } catch (DealsException failed) {
            outcome = failed.outcome();
        }
        long end = System.nanoTime();
        slowest.accumulate(end - begin);
        openings.stream()
                .filter(opening -> opening - begin >= 0 && end - opening >= 0)
                .forEach(opening -> held.accumulate(end - opening));
        outcomes.add(outcome);
        calls.incrementAndGet();
        if (write && outcome == Outcome.UNKNOWN) {
            unknownWrites.incrementAndGet();
        }
        if (write && outcome == Outcome.APPLIED) {
            written.countDown();
        }
        made.countDown();
    }

    /** Waits until so many calls more are over. */
    void awaitCalls(int count) throws InterruptedException {
        made = new CountDownLatch(count);
        made.await();
    }

    /** Waits until writes succeed again; by then the circuit is closed. */
    void awaitWrites() throws InterruptedException {
        written = new CountDownLatch(ENOUGH_WRITES);
        written.await();
    }

    /** What has become of calls, each once. */
    Set<Outcome> outcomes() {
        return outcomes;
    }

    long calls() {
        return calls.get();
    }

    long unknownWrites() {
        return unknownWrites.get();
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** The longest that a call went on after the circuit had opened during it. */
    Duration held() {
        return Duration.ofNanos(held.get());
    }
}
