package dev.dealsdk.micrometer;

import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import dev.dealsdk.event.ClientLoad;
import dev.dealsdk.event.ShadowRead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts and times the calls of a client. Register it with {@code DealsConfig.builder().addListener(...)}.
 *
 * <table>
 * <caption>Meters. All have the tags {@code provider} and {@code connection} (the name of the client's connection in the
 * configuration, or {@code default}); timers and counters also have {@code operation}</caption>
 * <tr><th>Name</th><th>Type</th><th>Further tags</th></tr>
 * <tr><td>{@code deals.calls}</td><td>timer: whole calls, including waits</td><td>{@code outcome}: {@code success}, {@code
 * not_sent}, {@code rejected}, {@code unknown}, {@code applied} or {@code error}; {@code exception}: the simple name of
 * the failure's class, or {@code none}</td></tr>
 * <tr><td>{@code deals.retries}</td><td>counter: retries</td><td>{@code reason}: an HTTP status, or a word such as {@code
 * timeout}</td></tr>
 * <tr><td>{@code deals.quota.waits}</td><td>timer: waits for the quota of the account</td><td>none</td></tr>
 * <tr><td>{@code deals.calls.active}</td><td>gauge: calls in flight</td><td>none</td></tr>
 * <tr><td>{@code deals.retry.budget}</td><td>gauge: the number of retries that a client may make now, 0 to 100; the lowest
 * if several clients have the same tags, and NaN while no client is open</td><td>none</td></tr>
 * <tr><td>{@code deals.circuit.open}</td><td>gauge: 1 while calls fail immediately because the vendor has been failing,
 * otherwise 0</td><td>none</td></tr>
 * <tr><td>{@code deals.quota.remaining}</td><td>gauge: the number of remaining requests that the vendor last reported; only
 * for vendors that report it</td><td>none</td></tr>
 * <tr><td>{@code deals.shadow.reads}</td><td>counter: reads that {@code deals.shadow} compares</td><td>{@code shadow}: the
 * other provider; {@code result}: {@code equal}, {@code different}, {@code missing}, {@code unmapped} or {@code
 * failed}</td></tr>
 * <tr><td>{@code deals.shadow.differences}</td><td>counter: fields that differed</td><td>{@code shadow}; {@code
 * field}</td></tr>
 * <tr><td>{@code deals.shadow.skipped}</td><td>counter: reads that were not compared because too many were
 * queued</td><td>{@code shadow}</td></tr>
 * </table>
 *
 * <p>Thread-safe; one instance can serve any number of clients.
 */
public final class CallMetrics implements CallListener {
    private static final List<String> REMAINING = List.of("x-ratelimit-remaining", "ratelimit-remaining");

    private final MeterRegistry registry;
    /** Strong references, because the registry holds the values of gauges weakly. */
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    private final Map<Tags, Clients> clients = new ConcurrentHashMap<>();

    /**
     * Creates a listener that records to a registry.
     *
     * @param registry the registry of the meters
     */
    public CallMetrics(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public CallObserver callStarted(CallStart call) {
        return new Meters(tags(call.provider(), call.connection()), call.name());
    }

    @Override
    public void circuitChanged(CircuitChange change) {
        gauge("deals.circuit.open", tags(change.provider(), change.connection()))
                .set(change.state() == CircuitState.CLOSED ? 0 : 1);
    }

    @Override
    public void shadowRead(ShadowRead read) {
        ShadowMeters.count(read, tags(read.provider(), read.connection()), registry);
    }

    @Override
    public void clientConnected(ClientLoad client) {
        clients.computeIfAbsent(tags(client.provider(), client.connection()), this::register)
                .add(client);
    }

    private Clients register(Tags tags) {
        Clients those = new Clients();
        Gauge.builder("deals.calls.active", those, Clients::callsInFlight)
                .tags(tags)
                .register(registry);
        Gauge.builder("deals.retry.budget", those, Clients::retryBudget)
                .tags(tags)
                .register(registry);
        return those;
    }

    /** Always contains all keys, because Prometheus refuses meters of one name with different keys. */
    private static Tags tags(String provider, Optional<String> connection) {
        return Tags.of("provider", provider, "connection", connection.orElse("default"));
    }

    private AtomicLong gauge(String name, Tags tags) {
        return gauges.computeIfAbsent(
                name + tags, absent -> Objects.requireNonNull(registry.gauge(name, tags, new AtomicLong())));
    }

    /** The open clients with the same tags. */
    private static final class Clients {
        private final List<ClientLoad> open = new CopyOnWriteArrayList<>();

        void add(ClientLoad client) {
            open.removeIf(known -> !known.isOpen());
            open.add(client);
        }

        double callsInFlight() {
            return open.stream().mapToInt(ClientLoad::callsInFlight).sum();
        }

        double retryBudget() {
            return open.stream()
                    .filter(ClientLoad::isOpen)
                    .mapToDouble(ClientLoad::retryBudget)
                    .min()
                    .orElse(Double.NaN);
        }
    }

    private final class Meters implements CallObserver {
        private final Tags client;
        private final Tags tags;

        Meters(Tags client, String operation) {
            this.client = client;
            this.tags = client.and("operation", operation);
        }

        @Override
        public void attempted(CallAttempt attempt) {
            for (String header : REMAINING) {
                String remaining = attempt.headers().get(header);
                if (remaining != null && remaining.matches("[0-9]{1,9}")) {
                    gauge("deals.quota.remaining", client).set(Long.parseLong(remaining));
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
