package dev.dealsdk.transfer;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.event.ShadowDifference;
import dev.dealsdk.event.ShadowRead;
import dev.dealsdk.event.ShadowResult;
import dev.dealsdk.spi.ShadowReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads each deal that a program reads from a second account as well, and compares them. Thread-safe.
 *
 * <p>It runs on two daemon threads, makes one attempt for each read, and stays within its share of the second account's rate limit.
 * While {@value #MOST_WAITING} deals wait, further reads are skipped and counted. The SDK finds this class by {@link
 * java.util.ServiceLoader} where {@code deals.shadow} is set.
 */
public final class ShadowComparison implements ShadowReader {
    static final int MOST_WAITING = 1000;
    private static final int THREADS = 2;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SUMMARY_EVERY = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.shadow");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            ShadowComparison::thread,
            (task, full) -> skip());
    private final ShadowReport report = new ShadowReport();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final LongSupplier nanoTime;
    private final AtomicLong lastSummaryNanos;
    /** The fields and results that were logged at INFO already. */
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Work work;

    /** The state after the start. */
    private record Work(
            Setup setup,
            String provider,
            String shadowProvider,
            DealsClient shadow,
            DealComparison comparison,
            ShadowPace pace,
            int sample) {}

    /** Creates a comparison that is idle until {@link #start}. */
    public ShadowComparison() {
        this(System::nanoTime);
    }

    ShadowComparison(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastSummaryNanos = new AtomicLong(nanoTime.getAsLong());
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "deals-shadow-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start(Setup setup) {
        DealsConfig config = setup.config();
        DealsConfig other = setup.shadowConfig();
        Set<String> aliases = new HashSet<>(config.fields().keySet());
        aliases.addAll(other.fields().keySet());
        work = new Work(
                setup,
                config.provider().orElseThrow(),
                other.provider().orElseThrow(),
                setup.shadow().with(CallOptions.builder().maxAttempts(1).build()),
                new DealComparison(config.shadowIgnore(), aliases),
                new ShadowPace(RateLimits.of(other), config.shadowShare(), System::nanoTime),
                config.shadowSample());
    }

    @Override
    public void read(Operation operation, Deal deal) {
        Work now = Objects.requireNonNull(work, "start comes first");
        if (now.sample() == 100 || ThreadLocalRandom.current().nextInt(100) < now.sample()) {
            threads.execute(() -> ask(operation, deal, now));
        }
    }

    private void skip() {
        if (!threads.isShutdown()) {
            skipped.incrementAndGet();
        }
    }

    private void ask(Operation operation, Deal own, Work now) {
        Optional<String> id = idOf(own, now);
        if (id.isEmpty()) {
            tell(
                    result(operation, own, id, ShadowResult.UNMAPPED, List.of(), Optional.empty(), Duration.ZERO, now),
                    now);
            return;
        }
        try {
            now.pace().await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        long start = System.nanoTime();
        ShadowResult result;
        List<ShadowDifference> differences = List.of();
        Optional<Throwable> failure = Optional.empty();
        try {
            Deal other = now.shadow().get(id.get());
            differences = now.comparison().of(own, other, operation);
            result = differences.isEmpty() ? ShadowResult.EQUAL : ShadowResult.DIFFERENT;
        } catch (DealNotFoundException absent) {
            result = ShadowResult.MISSING;
        } catch (RuntimeException failed) {
            if (threads.isShutdown()) {
                return;
            }
            result = ShadowResult.FAILED;
            failure = Optional.of(failed);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        tell(result(operation, own, id, result, differences, failure, duration, now), now);
    }

    /** Two accounts of one vendor may be the same account, so an id that is not in the cross-walk is used unchanged. */
    private static Optional<String> idOf(Deal own, Work now) {
        return now.setup().ids().isEmpty()
                ? Optional.of(own.id())
                : now.setup()
                        .ids()
                        .get()
                        .translate(own.id())
                        .or(() ->
                                now.provider().equals(now.shadowProvider()) ? Optional.of(own.id()) : Optional.empty());
    }

    private ShadowRead result(
            Operation operation,
            Deal own,
            Optional<String> id,
            ShadowResult result,
            List<ShadowDifference> differences,
            Optional<Throwable> failure,
            Duration duration,
            Work now) {
        return new ShadowRead(
                now.provider(),
                now.setup().config().connectionName(),
                now.shadowProvider(),
                operation,
                own.id(),
                id,
                result,
                differences,
                failure,
                duration,
                skipped.getAndSet(0));
    }

    private void tell(ShadowRead read, Work now) {
        log(read);
        report.shadowRead(read);
        logSummary(now);
        now.setup().listener().accept(read);
    }

    private void logSummary(Work now) {
        long last = lastSummaryNanos.get();
        long time = nanoTime.getAsLong();
        if (time - last >= SUMMARY_EVERY.toNanos() && lastSummaryNanos.compareAndSet(last, time)) {
            LOG.info("{} compared with {}: {}", now.provider(), now.shadowProvider(), report.render());
        }
    }

    /** Logs only field names and ids, since values may be personal data. */
    private void log(ShadowRead read) {
        if (read.result() != ShadowResult.FAILED) {
            failing.set(false);
        }
        String what = switch (read.result()) {
            case EQUAL -> "equal";
            case DIFFERENT ->
                "differs in "
                        + read.differences().stream()
                                .map(ShadowDifference::field)
                                .collect(Collectors.joining(", "));
            case MISSING -> "does not exist there";
            case UNMAPPED -> "not in the cross-walk";
            case FAILED ->
                "comparison failed: "
                        + read.failure().map(Throwable::getMessage).orElse("");
        };
        LOG.atLevel(level(read))
                .log(
                        "Deal {} at {}, {} at {}: {}",
                        read.dealId(),
                        read.provider(),
                        read.shadowDealId().orElse("unknown"),
                        read.shadowProvider(),
                        what);
    }

    /** The first occurrence of a difference or result is logged at INFO, further ones at DEBUG. */
    private Level level(ShadowRead read) {
        return switch (read.result()) {
            case EQUAL -> Level.DEBUG;
            case DIFFERENT ->
                read.differences().stream()
                                        .map(ShadowDifference::field)
                                        .filter(this::isFirst)
                                        .count()
                                > 0
                        ? Level.INFO
                        : Level.DEBUG;
            case MISSING, UNMAPPED -> isFirst(read.result().name()) ? Level.INFO : Level.DEBUG;
            case FAILED -> failing.compareAndSet(false, true) ? Level.WARN : Level.DEBUG;
        };
    }

    private boolean isFirst(String kind) {
        return logged.size() < ShadowReport.MOST_KEPT && logged.add(kind);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Work last = work;
        if (last != null) {
            report.skipped(skipped.getAndSet(0));
            LOG.info("{} compared with {}: {}", last.provider(), last.shadowProvider(), report.render());
        }
    }
}
