package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.PathGlob;
import java.time.Duration;
import java.util.Objects;

/**
 * A fault between a caller and a vendor. Immutable; every method returns a changed copy.
 *
 * <pre>
 * Fault.status(503).header("Retry-After", "1").on("POST", "/v1/deals/*&#47;move").times(2)
 * </pre>
 *
 * <p>Unless changed, a fault strikes once, on any request, and before the vendor processes the request.
 */
public final class Fault {
    private final FaultEffect effect;
    private final Processing processing;
    private final Scope scope;

    private Fault(FaultEffect effect, Processing processing, Scope scope) {
        this.effect = effect;
        this.processing = processing;
        this.scope = scope;
    }

    /**
     * Creates a fault that responds with a status, without a body and headers. Add them with {@link #body} and {@link
     * #header}.
     *
     * @param status from 200 to 599
     * @return the fault, which can be restricted further
     */
    public static Fault status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be 200 to 599, is " + status);
        }
        return before(new FaultEffect.Replace(SimulatorResponse.empty(status)));
    }

    /**
     * Creates a fault that delays a request before it is processed as usual.
     *
     * <p>With {@link #afterProcessing()}, the request is processed immediately and only the response is delayed.
     * Closing the simulator ends the delay.
     *
     * @param delay zero or more; fractions of a millisecond are dropped
     * @return the fault, which can be restricted further
     */
    public static Fault delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative");
        }
        return before(new FaultEffect.Delay(delay));
    }

    /** {@return a fault that closes the connection without processing the request and without a response} */
    public static Fault cutBeforeProcessing() {
        return before(new FaultEffect.Cut());
    }

    /** {@return a fault that processes the request, then closes the connection without a response} */
    public static Fault cutAfterProcessing() {
        return cutBeforeProcessing().afterProcessing();
    }

    /**
     * Creates a fault that processes the request and closes the connection after the headers and half of the body. A
     * response without a body is dropped completely.
     *
     * @return the fault, which can be restricted further
     */
    public static Fault cutBody() {
        return before(new FaultEffect.CutBody()).afterProcessing();
    }

    /**
     * Creates a fault that processes the request and responds with the first half of the JSON text, in correct HTTP
     * framing. A response without a body is not changed.
     *
     * @return the fault, which can be restricted further
     */
    public static Fault malformedBody() {
        return before(new FaultEffect.Malformed()).afterProcessing();
    }

    /**
     * Creates a fault that processes the request and responds with the id of another deal, as after a mix-up of
     * connections. A response without a deal is not changed.
     *
     * @return the fault, which can be restricted further
     */
    public static Fault otherDeal() {
        return before(new FaultEffect.OtherDeal()).afterProcessing();
    }

    /**
     * Sets the body of a {@link #status} fault. Its content type is JSON unless {@link #contentType} changes it.
     *
     * @param text any text, which need not be JSON
     * @return a changed copy
     * @throws IllegalStateException if the fault was not created by {@link #status}
     */
    public Fault body(String text) {
        Objects.requireNonNull(text, "text");
        SimulatorResponse response = replacement().response().withBody(text);
        Fault changed = with(new FaultEffect.Replace(response));
        return response.headers().containsKey("Content-Type") ? changed : changed.contentType(SimulatorResponse.JSON);
    }

    /**
     * Sets the content type of a {@link #status} fault.
     *
     * @param type the content type, such as {@code text/html}
     * @return a changed copy
     * @throws IllegalStateException if the fault was not created by {@link #status}
     */
    public Fault contentType(String type) {
        return header("Content-Type", type);
    }

    /**
     * Sets a header of a {@link #status} fault, replacing an earlier value of the same name.
     *
     * @param name the name, in any case
     * @param value the value, sent unchanged
     * @return a changed copy
     * @throws IllegalStateException if the fault was not created by {@link #status}
     */
    public Fault header(String name, String value) {
        return with(new FaultEffect.Replace(replacement().response().withHeader(name, value)));
    }

    /** {@return a copy that strikes after the request took effect, so that a write stays applied} */
    public Fault afterProcessing() {
        return with(new Processing(true, Duration.ZERO, Duration.ZERO));
    }

    /**
     * Returns a copy that strikes immediately and lets the request take effect later, like a vendor with a queue. For
     * {@link #status} and {@link #cutBeforeProcessing()}.
     *
     * @param delay the time after which the request takes effect; closing the simulator drops requests that have not
     *     been processed by then
     * @return a changed copy
     */
    public Fault processedAfter(Duration delay) {
        return with(new Processing(false, positive(delay), Duration.ZERO));
    }

    /**
     * Returns a copy that strikes after the request took effect, while reads show the effect only later, like a vendor
     * with lagging replicas.
     *
     * @param delay the time after which reads show the effect
     * @return a changed copy
     */
    public Fault shownAfter(Duration delay) {
        return with(new Processing(true, Duration.ZERO, positive(delay)));
    }

    /**
     * Sets how many times the fault strikes; 1 by default.
     *
     * @param uses 1 or more
     * @return a changed copy
     */
    public Fault times(int uses) {
        if (uses < 1) {
            throw new IllegalArgumentException("uses must be 1 or more, is " + uses);
        }
        return with(new Scope(scope.method, scope.path, uses, scope.share, scope.seed));
    }

    /** {@return a copy that strikes any number of times} */
    public Fault always() {
        return with(new Scope(scope.method, scope.path, Integer.MAX_VALUE, scope.share, scope.seed));
    }

    /**
     * Returns a copy that strikes a random share of the matching requests, any number of times unless {@link #times} is
     * called afterwards.
     *
     * @param share from 0 (never) to 1 (always)
     * @param seed the seed; the same seed strikes the same requests, counted in order of arrival
     * @return a changed copy
     */
    public Fault share(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, is " + share);
        }
        return with(new Scope(scope.method, scope.path, Integer.MAX_VALUE, share, seed));
    }

    /**
     * Restricts the fault to requests with a method and path.
     *
     * @param method the method in upper case, or {@code *} for any
     * @param path a pattern for the path as sent, without the query; {@code *} matches any text without a slash, {@code
     *     **} matches any text
     * @return a changed copy
     */
    public Fault on(String method, String path) {
        return with(new Scope(method, new PathGlob(path), scope.uses, scope.share, scope.seed));
    }

    /** {@return a description of the fault, for messages} */
    @Override
    public String toString() {
        return effect.toString() + processing + scope;
    }

    FaultEffect effect() {
        return effect;
    }

    Processing processing() {
        return processing;
    }

    /** Returns true if the request is processed before the fault strikes. */
    boolean processes() {
        return processing.before();
    }

    Scope scope() {
        return scope;
    }

    private static Fault before(FaultEffect effect) {
        return new Fault(
                effect,
                new Processing(false, Duration.ZERO, Duration.ZERO),
                new Scope("*", new PathGlob("**"), 1, 1, 0));
    }

    private FaultEffect.Replace replacement() {
        if (effect instanceof FaultEffect.Replace replace) {
            return replace;
        }
        throw new IllegalStateException("only a fault made by status(...) has headers and a body of its own");
    }

    private Fault with(FaultEffect newEffect) {
        return new Fault(newEffect, processing, scope);
    }

    private Fault with(Scope newScope) {
        return new Fault(effect, processing, newScope);
    }

    private Fault with(Processing newProcessing) {
        return new Fault(effect, newProcessing, scope);
    }

    private static Duration positive(Duration delay) {
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("delay must be positive");
        }
        return delay;
    }

    /**
     * Determines when a request that a fault strikes takes effect.
     *
     * @param before true if it takes effect before the fault strikes
     * @param later the time after the fault when it takes effect; zero for never
     * @param shown the time after it took effect when reads show it
     */
    record Processing(boolean before, Duration later, Duration shown) {
        @Override
        public String toString() {
            if (!later.isZero()) {
                return ", processed after " + later;
            }
            return before
                    ? " after processing" + (shown.isZero() ? "" : ", shown after " + shown)
                    : " before processing";
        }
    }

    /** Determines which requests a fault strikes, and how many of them. */
    record Scope(String method, PathGlob path, int uses, double share, long seed) {
        boolean covers(SimulatorRequest request) {
            return (method.equals("*") || method.equals(request.method())) && path.matches(request.path());
        }

        @Override
        public String toString() {
            return " on " + method + " " + path.text() + (share < 1 ? ", share " + share + " seed " + seed : "");
        }
    }
}
