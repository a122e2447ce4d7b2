package dev.dealsdk.micrometer;

import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Objects;

/**
 * Counts and times the calls of a client; to be given to {@code DealsConfig.builder().addListener(...)}.
 *
 * <table>
 * <caption>Meters; every one has the tags {@code provider} and {@code operation}</caption>
 * <tr><th>Name</th><th>Type</th><th>More tags</th></tr>
 * <tr><td>{@code deals.calls}</td><td>timer of whole calls, waits included</td><td>{@code outcome}: {@code success}, {@code
 * not_sent}, {@code rejected}, {@code unknown}, {@code applied} or {@code cancelled}; {@code exception}: the simple name of
 * the failure, or {@code none}</td></tr>
 * <tr><td>{@code deals.retries}</td><td>counter</td><td>{@code reason}: an HTTP status, or a word such as {@code
 * timeout}</td></tr>
 * <tr><td>{@code deals.quota.waits}</td><td>timer of waits for the account's quota</td><td>none</td></tr>
 * </table>
 *
 * <p>Thread-safe; one object serves any number of clients.
 */
public final class CallMetrics implements CallListener {
    private final MeterRegistry registry;

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
        return new Meters(Tags.of("provider", call.provider(), "operation", call.name()));
    }

    private final class Meters implements CallObserver {
        private final Tags tags;

        Meters(Tags tags) {
            this.tags = tags;
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
