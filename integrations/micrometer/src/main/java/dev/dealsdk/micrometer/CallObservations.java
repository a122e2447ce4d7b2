package dev.dealsdk.micrometer;

import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;

/**
 * Creates an {@link Observation} of every call of a client. Register it with {@code
 * DealsConfig.builder().addListener(...)}.
 *
 * <p>The observation is named {@code deals.call}; the name of its span is the provider and the operation, such as
 * {@code stora move}. It has the low-cardinality keys {@code provider}, {@code connection} (its name in the
 * configuration, or {@code default}), {@code operation} and {@code outcome}, the error if the call failed, and an event
 * {@code retry} or {@code quota-wait} for each retry or wait. Its parent is the observation that is current when the
 * call starts. Micrometer's bridges turn it into spans, including those of OpenTelemetry. This class does not observe
 * the HTTP requests within a call: instrument an HTTP client and pass it to {@code
 * DealsConfig.builder().httpClient(...)}.
 *
 * <p>Thread-safe; one instance can serve any number of clients.
 */
public final class CallObservations implements CallListener {
    private final ObservationRegistry registry;

    /**
     * Creates a listener that reports to a registry.
     *
     * @param registry the registry that handles the observations
     */
    public CallObservations(ObservationRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public CallObserver callStarted(CallStart call) {
        return new Observed(Observation.createNotStarted("deals.call", registry)
                .contextualName(call.provider() + " " + call.name())
                .lowCardinalityKeyValue("provider", call.provider())
                .lowCardinalityKeyValue("connection", call.connection().orElse("default"))
                .lowCardinalityKeyValue("operation", call.name())
                .start());
    }

    private record Observed(Observation observation) implements CallObserver {
        @Override
        public void retrying(CallRetry retry) {
            observation.event(Observation.Event.of("retry", "retry after " + retry.reason()));
        }

        @Override
        public void waitingForQuota(Duration wait) {
            observation.event(Observation.Event.of("quota-wait", "wait for quota"));
        }

        @Override
        public void finished(CallEnd end) {
            end.failure().ifPresent(observation::error);
            observation.lowCardinalityKeyValue("outcome", end.outcome()).stop();
        }
    }
}
