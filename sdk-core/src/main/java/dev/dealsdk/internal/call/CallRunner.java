package dev.dealsdk.internal.call;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Operation;
import dev.dealsdk.event.CallStart;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends the calls of one client: refuses them when it is closed, counts them while they are in flight, gives them
 * their deadline, and notifies listeners. Thread-safe.
 */
public final class CallRunner {
    private final ClientName client;
    private final Duration callTimeout;
    private final InFlightCalls inFlight;
    private final CallMonitors monitors;
    private final BiFunction<String, ActiveCall, String> stageIds;
    private final LongSupplier nanoTime;

    /**
     * The calls of a client that makes none yet.
     *
     * @param client whose calls they are
     * @param callTimeout of calls whose options name none
     * @param stageIds finds the id of a stage that the configuration names
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public CallRunner(
            ClientName client,
            Duration callTimeout,
            InFlightCalls inFlight,
            CallMonitors monitors,
            BiFunction<String, ActiveCall, String> stageIds,
            LongSupplier nanoTime) {
        this.client = client;
        this.callTimeout = callTimeout;
        this.inFlight = inFlight;
        this.monitors = monitors;
        this.stageIds = stageIds;
        this.nanoTime = nanoTime;
    }

    /**
     * Makes a call in this thread.
     *
     * @param operation null for calls of the vendor's own API
     * @param dealId the deal that the call is about; empty if it is about none
     * @param steps what the call does
     * @return what the steps return
     * @throws IllegalStateException if the client is closed
     */
    public <T> T run(
            @Nullable Operation operation,
            Optional<String> dealId,
            CallOptions options,
            Function<? super ActiveCall, ? extends T> steps) {
        inFlight.begin();
        CallMonitor monitor = CallMonitors.UNHEARD;
        try {
            Optional<Operation> called = Optional.ofNullable(operation);
            monitor = monitors.begin(start(called, dealId));
            T result = steps.apply(call(called, dealId, options, monitor));
            monitor.end(null);
            return result;
        } catch (Throwable failure) {
            monitor.end(failure);
            throw failure;
        } finally {
            inFlight.end();
        }
    }

    /**
     * Checks what a caller asks before the call itself begins, as a listing that is read later does. Listeners hear of it
     * only if it is refused.
     *
     * @throws IllegalStateException if the client is closed
     */
    public void check(Operation operation, CallOptions options, Function<? super ActiveCall, ?> checks) {
        inFlight.requireOpen();
        Optional<Operation> called = Optional.of(operation);
        try {
            Object unused = checks.apply(call(called, Optional.empty(), options, CallMonitors.UNHEARD));
        } catch (RuntimeException refused) {
            monitors.begin(start(called, Optional.empty())).end(refused);
            throw refused;
        }
    }

    /** Whose calls they are. */
    public ClientName client() {
        return client;
    }

    private CallStart start(Optional<Operation> operation, Optional<String> dealId) {
        return new CallStart(client.provider(), client.connection(), operation, dealId);
    }

    private ActiveCall call(
            Optional<Operation> operation, Optional<String> dealId, CallOptions options, CallMonitor monitor) {
        Duration timeout = options.callTimeout().orElse(callTimeout);
        return new ActiveCall(
                Optional.of(client.provider()),
                operation,
                dealId,
                options,
                stageIds,
                monitor,
                nanoTime.getAsLong() + timeout.toNanos());
    }
}
