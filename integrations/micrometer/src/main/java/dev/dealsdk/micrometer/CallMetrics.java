package dev.dealsdk.micrometer;

import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import dev.dealsdk.event.ShadowRead;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts and times the calls of a client; to be given to {@code DealsConfig.builder().addListener(...)}.
 *
 * <table>
 * <caption>Meters; every one has the tag {@code provider}, and those of calls have {@code operation}</caption>
 * <tr><th>Name</th><th>Type</th><th>More tags</th></tr>
 * <tr><td>{@code deals.calls}</td><td>timer of whole calls, waits included</td><td>{@code outcome}: {@code success}, {@code
 * not_sent}, {@code rejected}, {@code unknown}, {@code applied} or {@code cancelled}; {@code exception}: the simple name of
 * the failure, or {@code none}</td></tr>
 * <tr><td>{@code deals.retries}</td><td>counter</td><td>{@code reason}: an HTTP status, or a word such as {@code
 * timeout}</td></tr>
 * <tr><td>{@code deals.quota.waits}</td><td>timer of waits for the account's quota</td><td>none</td></tr>
 * <tr><td>{@code deals.circuit.open}</td><td>gauge: 1 while calls fail at once because the vendor has been failing, else
 * 0</td><td>{@code connection}: its name in the configuration, or {@code default}</td></tr>
 * <tr><td>{@code deals.quota.remaining}</td><td>gauge: how many requests the vendor said last that it still takes; only of
 * vendors that say so</td><td>none</td></tr>
 * <tr><td>{@code deals.shadow.reads}</td><td>counter of reads that {@code deals.shadow} hands on</td><td>{@code shadow}: the
 * other provider; {@code result}: {@code equal}, {@code different}, {@code missing}, {@code unmapped} or {@code failed}</td></tr>
 * <tr><td>{@code deals.shadow.differences}</td><td>counter of fields that differed</td><td>{@code shadow}; {@code
 * field}</td></tr>
 * <tr><td>{@code deals.shadow.skipped}</td><td>counter of reads that were not compared, since too many were waiting</td><td>{@code
 * shadow}</td></tr>
 * </table>
 *
 * <p>Thread-safe; one object serves any number of clients.
 */
public final class CallMetrics implements CallListener {
    private static final List<String> REMAINING = List.of("x-ratelimit-remaining", "ratelimit-remaining");

    private final MeterRegistry registry;
    /** The registry alone would let them go. */
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    /**
     * Metrics that nothing has been told of yet.
     *
     * @param registry where the meters are
     */
    public CallMetrics(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public CallObserver callStarted(CallStart call) {
        return new Meters(call.provider(), Tags.of("provider", call.provider(), "operation", call.name()));
    }

    @Override
    public void circuitChanged(CircuitChange change) {
        String connection = change.connection().orElse("default");
        gauge("deals.circuit.open", Tags.of("provider", change.provider(), "connection", connection))
                .set(change.state() == CircuitState.CLOSED ? 0 : 1);
    }

    @Override
    public void shadowRead(ShadowRead read) {
        ShadowMeters.count(read, registry);
    }

    private AtomicLong gauge(String name, Tags tags) {
        return gauges.computeIfAbsent(
                name + tags, absent -> Objects.requireNonNull(registry.gauge(name, tags, new AtomicLong())));
    }

    private final class Meters implements CallObserver {
        private final String provider;
        private final Tags tags;

        Meters(String provider, Tags tags) {
            this.provider = provider;
            this.tags = tags;
        }

        @Override
        public void attempted(CallAttempt attempt) {
            for (String header : REMAINING) {
                String remaining = attempt.headers().get(header);
                if (remaining != null && remaining.matches("[0-9]{1,9}")) {
                    gauge("deals.quota.remaining", Tags.of("provider", provider))
                            .set(Long.parseLong(remaining));
                }
            }
        }

        @Override
        public void retrying(CallRetry retry) {
            registry.counter("deals.retries", tags.and("reason", retry.reason()))
                    .increment();
        }

        @Override
        public void waitingForQuota(Duration wait) {
            registry.timer("deals.quota.waits", tags).record(wait);
        }

        @Override
        public void finished(CallEnd end) {
            String exception = end.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElse("none");
            registry.timer("deals.calls", tags.and("outcome", end.outcome(), "exception", exception))
                    .record(end.duration());
        }
    }
}
