package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.PathGlob;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong between a caller and a vendor. Immutable; every method returns a changed copy.
 *
 * <pre>
 * Fault.status(503).header("Retry-After", "1").on("POST", "/v1/deals/*&#47;move").times(2)
 * </pre>
 *
 * <p>Unless told otherwise a fault strikes once, on any request, and before the vendor has done anything.
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
     * Responds with this status, no body and no headers; add them with {@link #body} and {@link #header}.
     *
     * @param status from 200 to 599
     * @return the fault, to be narrowed further
     */
    public static Fault status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be 200 to 599, is " + status);
        }
        return before(new FaultEffect.Replace(SimulatorResponse.empty(status)));
    }

    /**
     * Holds the request back this long before it is processed as usual.
     *
     * <p>With {@link #afterProcessing()} it is processed at once and only the response is late. Closing the simulator ends
     * the wait.
     *
     * @param delay zero or more; fractions of a millisecond are dropped
     * @return the fault, to be narrowed further
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
     * Processes the request and closes the connection after the headers and half of the body.
     *
     * <p>a response that has no body is cut whole.
     *
     * @return the fault, to be narrowed further
     */
    public static Fault cutBody() {
        return before(new FaultEffect.CutBody()).afterProcessing();
    }

    /**
     * Processes the request and responds with the first half of the JSON text, in correct HTTP framing.
     *
     * <p>a response that has no body is left as it is.
     *
     * @return the fault, to be narrowed further
     */
    public static Fault malformedBody() {
        return before(new FaultEffect.Malformed()).afterProcessing();
    }

    /**
     * Processes the request and responds as usual, but with the id of another deal, as after a mix-up of connections.
     *
     * <p>A response without a deal is left as it is.
     *
     * @return the fault, to be narrowed further
     */
    public static Fault otherDeal() {
        return before(new FaultEffect.OtherDeal()).afterProcessing();
    }

    /**
     * Sets the body of a {@link #status} fault; its content type is JSON unless {@link #contentType} says otherwise.
     *
     * @param text anything, also what is no JSON
     * @return a changed copy
     * @throws IllegalStateException if the fault was not made by {@link #status}
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
     * @param type such as {@code text/html}
     * @return a changed copy
     * @throws IllegalStateException if the fault was not made by {@link #status}
     */
    public Fault contentType(String type) {
        return header("Content-Type", type);
    }

    /**
     * Sets a header of a {@link #status} fault, in place of an earlier value of the same name.
     *
     * @param name in any case
     * @param value sent as it is
     * @return a changed copy
     * @throws IllegalStateException if the fault was not made by {@link #status}
     */
    public Fault header(String name, String value) {
        return with(new FaultEffect.Replace(replacement().response().withHeader(name, value)));
    }

    /** {@return a copy that strikes after the request took effect: what was written stays written} */
    public Fault afterProcessing() {
        return with(new Processing(true, Duration.ZERO, Duration.ZERO));
    }

    /**
     * Strikes at once, and lets the request take effect later, as a vendor with a queue does. For {@link #status} and {@link
     * #cutBeforeProcessing()}.
     *
     * @param delay how much later; closing the simulator drops what has not been processed by then
     * @return a changed copy
     */
    public Fault processedAfter(Duration delay) {
        return with(new Processing(false, positive(delay), Duration.ZERO));
    }

    /**
     * Strikes after the request took effect, which reads show only later, as a vendor with copies that lag behind does.
     *
     * @param delay how much later
     * @return a changed copy
     */
    public Fault shownAfter(Duration delay) {
        return with(new Processing(true, Duration.ZERO, positive(delay)));
    }

    /**
     * Strikes this many times; default 1.
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

    /** {@return a copy that strikes without end} */
    public Fault always() {
        return with(new Scope(scope.method, scope.path, Integer.MAX_VALUE, scope.share, scope.seed));
    }

    /**
     * Strikes a random share of the requests it matches, without end unless {@link #times} is called after this.
     *
     * @param share from 0 (never) to 1 (always)
     * @param seed the same seed strikes the same requests, counted in order of arrival
     * @return a changed copy
     */
    public Fault share(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1, is " + share);
        }
        return with(new Scope(scope.method, scope.path, Integer.MAX_VALUE, share, seed));
    }

    /**
     * Strikes only requests of this method and path.
     *
     * @param method in upper case, or {@code *} for any
     * @param path compared with the path as sent, without the query; {@code *} stands for any text without a slash,
     *     {@code **} for any text
     * @return a changed copy
     */
    public Fault on(String method, String path) {
        return with(new Scope(method, new PathGlob(path), scope.uses, scope.share, scope.seed));
    }

    /** What it does, to whom and how often; for messages only. */
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

    /** Whether the request is processed before the fault strikes. */
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
     * When a request that a fault strikes takes effect.
     *
     * @param before whether that is before the fault strikes
     * @param later how long after the fault; zero for never
     * @param shown how long after it took effect reads show it
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

    /** Which requests a fault strikes, and how many of them. */
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
