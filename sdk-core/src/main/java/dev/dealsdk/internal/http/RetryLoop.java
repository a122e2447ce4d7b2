package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.internal.auth.Credentials;
import dev.dealsdk.internal.auth.Credentials.Authorization;
import dev.dealsdk.internal.auth.TokenUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.internal.circuit.Circuit;
import dev.dealsdk.internal.quota.Permit;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request until an attempt succeeds, as {@link RetryRules} allow and as long as the call has attempts and time left.
 * While it is uncertain whether a transition has happened, the deal is read. Used once, by one thread.
 *
 * @param <T> what the response becomes
 */
final class RetryLoop<T> {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int MAX_STALE_CONNECTIONS = 2;

    /** Longer than any queue: the caller reads a listing, and wants all of it. */
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private static final Duration EARLIEST_LOOK = Duration.ofMillis(200);
    private static final Duration LATEST_LOOK = Duration.ofSeconds(2);

    /** When a deal is read while it settles, as twelfths of the settle time: soon, since most vendors are. */
    private static final int[] SETTLE_TWELFTHS = {1, 3, 8};

    private final HttpExchange exchange;
    private final Credentials credentials;
    private final RetryPolicy policy;
    private final InFlightCalls inFlight;
    private final ActiveCall call;
    private final JsonDecoder<T> decoder;
    private final @Nullable ReadBack<T> readBack;
    private final @Nullable T whenGone;
    private final List<DealsException> earlier = new ArrayList<>(0);
    private VendorRequest request;
    private int attempt = 1;
    private boolean uncertain;
    private boolean renewed;
    private int staleConnections;

    /**
     * A request that has not been sent.
     *
     * @param readBack reads the deal after an uncertain transition; null for all other requests
     * @param whenGone the result of a delete that finds nothing because an attempt whose response was lost had done it; null
     *     for all other requests
     */
    RetryLoop(
            HttpExchange exchange,
            Credentials credentials,
            RetryPolicy policy,
            InFlightCalls inFlight,
            ActiveCall call,
            VendorRequest request,
            JsonDecoder<T> decoder,
            @Nullable ReadBack<T> readBack,
            @Nullable T whenGone) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.policy = policy;
        this.inFlight = inFlight;
        this.call = call;
        this.request = request;
        this.decoder = decoder;
        this.readBack = readBack;
        this.whenGone = whenGone;
    }

    /**
     * Sends the request, in this thread.
     *
     * @throws DealsException if the call has failed
     */
    T run() {
        while (true) {
            askCircuit();
            Permit permit = permit();
            Circuit.Pass pass = null;
            Attempt current = null;
            Failure failure;
            Duration timeout = Duration.ZERO;
            try {
                pass = pass();
                current = new Attempt(authorization(), inFlight, request.safety(), policy.nanoTime());
                call.redact(current.redactor());
                timeout = timeout();
                T value = exchange.send(request, call, current, timeout, decoder);
                report(current, null);
                policy.circuit().succeeded(pass);
                policy.budget().earn();
                return value;
            } catch (AttemptFailedException failed) {
                failure = failed.failure();
                report(Objects.requireNonNull(current), failure);
                judge(Objects.requireNonNull(pass), failure, timeout);
            } finally {
                release(permit, current);
                if (pass != null) {
                    policy.circuit().ended(pass);
                }
            }
            T settled = after(failure, current.authorization());
            if (settled != null) {
                return settled;
            }
        }
    }

    /**
     * Ends the call when nothing may leave. When it is time to see whether the vendor works again a write does not go first: a
     * read of the SDK's own does, within this call.
     */
    private void askCircuit() {
        if (request.isWrite() && policy.circuit().isProbeDue()) {
            policy.probe().get().ifPresent(this::probe);
        }
        requireCircuit();
    }

    private void requireCircuit() {
        if (policy.circuit().refuses(mayProbe())) {
            throw stopped(policy.circuit().refusal());
        }
    }

    private void probe(Consumer<ActiveCall> read) {
        try {
            read.accept(call);
        } catch (DealsException failed) {
            // What it means for this call, the circuit says.
        }
    }

    /** Where a provider offers no read at all, a write is all that there is. */
    private boolean mayProbe() {
        return !request.isWrite() || policy.probe().get().isEmpty();
    }

    private Circuit.Pass pass() {
        Circuit.Pass pass = policy.circuit().enter(mayProbe());
        if (pass == null) {
            throw stopped(policy.circuit().refusal());
        }
        return pass;
    }

    /** Tells the circuit what a failure says of the vendor; nothing, if the attempt was ended or cut short from this side. */
    private void judge(Circuit.Pass pass, Failure failure, Duration timeout) {
        boolean isCutShort = failure.isTimeout() && timeout.multipliedBy(2).compareTo(policy.wholeTimeout()) < 0;
        if (mustStop() || isCutShort) {
            return;
        }
        if (failure.speaksOfTheVendor()) {
            policy.circuit().failed(pass, AttemptEvents.reason(failure));
        } else if (failure.isResponse()) {
            policy.circuit().succeeded(pass);
        }
    }

    /** Waits for the account's quota. */
    private @Nullable Permit permit() {
        if (!policy.quota().isLimited()) {
            requireOpen();
            return null;
        }
        boolean patient = call.waitsForQuota();
        long queuedAt = policy.nanoTime().getAsLong();
        Permit permit =
                policy.quota().next(patient ? AS_LONG_AS_IT_TAKES : remaining()).orElseThrow(this::withoutQuota);
        boolean granted = false;
        try {
            Duration wait = permit.remaining();
            while (!wait.isZero()) {
                if (wait.compareTo(patient ? AS_LONG_AS_IT_TAKES : remaining()) > 0) {
                    throw withoutQuota();
                }
                call.monitor().waitingForQuota(wait);
                pause(wait);
                requireCircuit();
                wait = permit.remaining();
            }
            requireOpen();
            granted = true;
        } finally {
            if (!granted) {
                permit.giveBack();
            }
        }
        if (patient) {
            call.extend(Duration.ofNanos(policy.nanoTime().getAsLong() - queuedAt));
        }
        return permit;
    }

    private Authorization authorization() {
        try {
            return credentials.authorization(timeout());
        } catch (TokenUnavailableException unavailable) {
            throw withoutToken(unavailable);
        }
    }

    /** How long the attempt that begins now may take. */
    private Duration timeout() {
        Duration configured = call.options().attemptTimeout().orElse(policy.attemptTimeout());
        Duration left = remaining();
        Duration timeout = left.compareTo(configured) < 0 ? left : configured;
        // Zero would mean no timeout at all.
        return timeout.isZero() || timeout.isNegative() ? Duration.ofMillis(1) : timeout;
    }

    /** What the call has left. */
    private Duration remaining() {
        return Duration.ofNanos(call.deadlineNanos() - policy.nanoTime().getAsLong());
    }

    /** The one owner of a permit gives it back, whatever becomes of the attempt; what has left counts for the vendor. */
    private static void release(@Nullable Permit permit, @Nullable Attempt current) {
        if (permit == null) {
            return;
        }
        if (current != null && current.hasLeft()) {
            permit.answered();
        } else {
            permit.giveBack();
        }
    }

    private void report(Attempt ended, @Nullable Failure failure) {
        if (ended.hasLeft()) {
            policy.quota()
                    .answered(
                            ended.status(),
                            ended.responseHeaders(),
                            failure == null ? Optional.empty() : failure.retryAfter(),
                            policy.clock().instant());
        }
        if (call.monitor().isHeard()) {
            Duration duration = Duration.ofNanos(policy.nanoTime().getAsLong() - ended.begunNanos());
            call.monitor().attempted(AttemptEvents.attempt(request, ended, failure, duration));
        }
    }

    /**
     * Decides what comes after a failed attempt.
     *
     * @return the result, if the failure turns out to be none; null when the request is to be sent again
     * @throws DealsException if the call has failed
     */
    private @Nullable T after(Failure failure, Authorization authorization) {
        if (whenGone != null && isGone(failure)) {
            return whenGone;
        }
        DealsException exception = Failures.toException(
                failure, call, request, attempt, uncertain, policy.clock().instant());
        uncertain |= request.isWrite() && failure.isUncertain();
        if (mustStop()) {
            throw withEarlier(exception);
        }
        if (!renewed && failure.isStatus(UNAUTHORIZED) && renew(authorization)) {
            renewed = true;
            again(exception, failure, Duration.ZERO);
            return null;
        }
        if (failure.isStaleConnection() && staleConnections < MAX_STALE_CONNECTIONS) {
            // Not an attempt: nothing was there to attempt it with.
            staleConnections++;
            return null;
        }
        if (readBack != null && failure.isUncertain() && !failure.isOfTheWay() && isInTime(Duration.ZERO)) {
            T there = failure.mayStillRun() ? awaitDeal(readBack, exception) : awaitSettledDeal(readBack, exception);
            if (there != null) {
                return there;
            }
            request = readBack.again(request);
            retry(exception, failure, failure.isOver());
            return null;
        }
        retry(exception, failure, RetryRules.mayRetry(request.safety(), failure));
        return null;
    }

    /** Whether other credentials can be had. Without a budget none are asked for: the vendor may refuse all of them. */
    private boolean renew(Authorization refused) {
        if (!policy.budget().take()) {
            return false;
        }
        boolean others = credentials.refused(refused);
        if (!others) {
            policy.budget().giveBack();
        }
        return others;
    }

    /** Whether a delete has happened: the vendor says so with too much content, or knows of no such deal any more. */
    private boolean isGone(Failure failure) {
        return failure.kind() == Failure.Kind.NO_CONTENT
                || (uncertain && failure.isStatus(NOT_FOUND) && failure.sender() == Failure.Sender.VENDOR);
    }

    /** The vendor may still be at work: reads the deal until it shows the transition, or the call's time is up. */
    private T awaitDeal(ReadBack<T> read, DealsException uncertainWrite) {
        for (int look = 1; true; look++) {
            T there = look(read, uncertainWrite);
            if (there != null) {
                return there;
            }
            Duration wait = EARLIEST_LOOK.plus(policy.backoff().after(look));
            wait = wait.compareTo(LATEST_LOOK) > 0 ? LATEST_LOOK : wait;
            if (!isInTime(wait)
                    || policy.circuit().refuses(true)
                    || !policy.budget().take()) {
                throw withEarlier(uncertainWrite);
            }
            pause(wait, uncertainWrite);
        }
    }

    /**
     * The exchange is over, but the vendor may apply it late, or answer a read from a copy that lags behind: reads the deal
     * several times.
     *
     * @return null when the deal does not show the transition, so that the request may be sent again
     */
    private @Nullable T awaitSettledDeal(ReadBack<T> read, DealsException uncertainWrite) {
        T there = look(read, uncertainWrite);
        if (there != null) {
            return there;
        }
        if (policy.settleTime().isEmpty()) {
            throw withEarlier(uncertainWrite);
        }
        for (int twelfths : SETTLE_TWELFTHS) {
            Duration wait = policy.settleTime().get().multipliedBy(twelfths).dividedBy(12);
            if (!isInTime(wait) || policy.circuit().refuses(true)) {
                throw withEarlier(uncertainWrite);
            }
            pause(wait, uncertainWrite);
            there = look(read, uncertainWrite);
            if (there != null) {
                return there;
            }
        }
        return null;
    }

    /** Reads the deal once; null if it does not show the transition. */
    private @Nullable T look(ReadBack<T> read, DealsException uncertainWrite) {
        T deal;
        try {
            deal = read.read(call);
        } catch (DealsException unread) {
            uncertainWrite.addSuppressed(unread);
            throw withEarlier(uncertainWrite);
        }
        ReadBack.Verdict verdict = read.verdict(deal);
        if (verdict == ReadBack.Verdict.DONE) {
            return deal;
        }
        if (verdict == ReadBack.Verdict.UNCLEAR || mustStop()) {
            throw withEarlier(uncertainWrite);
        }
        return null;
    }

    private void retry(DealsException exception, Failure failure, boolean allowed) {
        Duration wait = failure.retryAfter().orElseGet(() -> policy.backoff().after(attempt));
        if (!allowed
                || attempt >= call.options().maxAttempts().orElse(policy.maxAttempts())
                || wait.compareTo(policy.maxRetryDelay()) > 0
                || !isInTime(wait)
                || policy.circuit().refuses(mayProbe())
                || !policy.budget().take()) {
            throw withEarlier(exception);
        }
        again(exception, failure, wait);
        pause(wait);
    }

    private void again(DealsException exception, Failure failure, Duration wait) {
        earlier.add(exception);
        attempt++;
        if (call.monitor().isHeard()) {
            call.monitor().retrying(new CallRetry(attempt, AttemptEvents.reason(failure), wait));
        }
    }

    private boolean isInTime(Duration wait) {
        return wait.compareTo(remaining()) < 0;
    }

    /** Whether the call must end now, whatever the rules allow. */
    private boolean mustStop() {
        return Thread.currentThread().isInterrupted() || inFlight.areEnded();
    }

    private void pause(Duration wait, DealsException uncertainWrite) {
        earlier.add(uncertainWrite);
        pause(wait);
        earlier.remove(uncertainWrite);
    }

    private void pause(Duration wait) {
        try {
            policy.sleeper().sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            DealsException stopped = stopped("interrupted before it was sent");
            stopped.addSuppressed(interrupted);
            throw stopped;
        }
        requireOpen();
    }

    private void requireOpen() {
        if (inFlight.areEnded()) {
            throw stopped("the client was closed");
        }
    }

    /** The call's failure when it ends between two attempts: that of the last attempt, if there was one. */
    private DealsException stopped(String why) {
        if (!earlier.isEmpty()) {
            return withEarlier(earlier.remove(earlier.size() - 1));
        }
        VendorCall.Builder notSent = call.call().attempts(0).outcome(Outcome.NOT_SENT);
        return new VendorUnavailableException(why, notSent.build(), null);
    }

    private DealsException withoutToken(TokenUnavailableException unavailable) {
        VendorCall.Builder notSent = notSent();
        if (unavailable.status() > 0) {
            notSent.httpStatus(unavailable.status());
        }
        String message = String.valueOf(unavailable.getMessage());
        return withEarlier(
                unavailable.isRejected()
                        ? new AuthenticationException(message, notSent.build(), unavailable.getCause())
                        : new VendorUnavailableException(message, notSent.build(), unavailable.getCause()));
    }

    private DealsException withoutQuota() {
        Duration wait = policy.quota().waitNow();
        return withEarlier(new RateLimitedException(
                "rate limited: next permit in " + seconds(wait) + ", the call has " + seconds(remaining()) + " left",
                wait,
                policy.clock().instant().plus(wait),
                notSent().build()));
    }

    private VendorCall.Builder notSent() {
        return call.call().attempts(attempt - 1).outcome(uncertain ? Outcome.UNKNOWN : Outcome.NOT_SENT);
    }

    private static String seconds(Duration time) {
        return Math.max(0, time.toMillis()) / 1000.0 + " s";
    }

    private DealsException withEarlier(DealsException exception) {
        earlier.forEach(exception::addSuppressed);
        return exception;
    }
}
