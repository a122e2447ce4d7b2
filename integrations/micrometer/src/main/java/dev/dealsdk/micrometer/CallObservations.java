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
 * Makes an {@link Observation} of every call of a client; to be given to {@code DealsConfig.builder().addListener(...)}.
 *
 * <p>It is named {@code deals.call}, with {@code provider move} as the name of its span, the low-cardinality keys {@code
 * provider}, {@code connection} (its name in the configuration, or {@code default}), {@code operation} and {@code outcome}, the error if the call failed, and an event {@code retry} or {@code
 * quota-wait} for each of those. Its parent is the observation that is current where the call begins. Micrometer's bridges
 * make spans of it, for OpenTelemetry as well; the requests inside it are the business of the HTTP client, which a program
 * can instrument and hand in with {@code DealsConfig.builder().httpClient(...)}.
 *
 * <p>Thread-safe; one object serves any number of clients.
 */
public final class CallObservations implements CallListener {
    private final ObservationRegistry registry;

    /**
     * Observations that nothing has been told of yet.
     *
     * @param registry where observations are handled
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
