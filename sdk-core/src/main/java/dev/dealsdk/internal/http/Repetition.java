package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request has been through, and what comes next: another attempt as {@link RetryRules} allow, or a look at the deal
 * when only that can tell, until one succeeds or the call's attempts or time are spent. The same for calls that block and
 * calls that do not. Used by one thread at a time.
 */
final class Repetition {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int MAX_STALE_CONNECTIONS = 2;
    private static final Duration LOOK_AGAIN_LATEST = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN_EARLIEST = Duration.ofMillis(200);

    private final CallScope scope;
    private final Credentials credentials;
    private final CallsUnderWay underWay;
    private final Pacing pacing;
    private final @Nullable ReadBack<?> readBack;
    private final List<DealsException> earlier = new ArrayList<>(0);
    private VendorRequest request;
    private int attempt = 1;
    private boolean uncertain;
    private boolean renewed;
    private int looks;
    private int staleConnections;
    private @Nullable Doubt doubt;

    /** An attempt whose effect is not known, while the deal is looked at. */
    private record Doubt(DealsException exception, Failure failure) {}

    Repetition(
            VendorRequest request,
            CallScope scope,
            Credentials credentials,
            CallsUnderWay underWay,
            Pacing pacing,
            @Nullable ReadBack<?> readBack) {
        this.request = request;
        this.scope = scope;
        this.credentials = credentials;
        this.underWay = underWay;
        this.pacing = pacing;
        this.readBack = readBack;
    }

    /** What to send now. */
    VendorRequest request() {
        return request;
    }

    /** How long the attempt that begins now may take. */
    Duration timeout() {
        Duration configured =
                scope.options().attemptTimeout().orElse(pacing.limits().attemptTimeout());
        Duration left = remaining();
        Duration timeout = left.compareTo(configured) < 0 ? left : configured;
        // Zero would mean no timeout at all.
        return timeout.isZero() || timeout.isNegative() ? Duration.ofMillis(1) : timeout;
    }

    /** What the call has left. */
    Duration remaining() {
        return Duration.ofNanos(scope.deadlineNanos() - pacing.nanoTime().getAsLong());
    }

    /** Notes that the attempt has succeeded. */
    void succeeded() {
        pacing.budget().earn();
    }

    /**
     * What comes after a failed attempt.
     *
     * @param token the one the attempt was sent with
     * @throws DealsException if the call has failed
     */
    NextStep after(Failure failure, String token) {
        if (uncertain && request.method().equals("DELETE") && failure.isStatus(NOT_FOUND)) {
            return NextStep.DONE;
        }
        DealsException exception = Failures.toException(
                failure,
                scope,
                attempt,
                request.isWrite(),
                uncertain,
                pacing.clock().instant());
        uncertain |= request.isWrite() && failure.isUncertain();
        if (mustStop()) {
            throw withEarlier(exception);
        }
        if (!renewed && failure.isStatus(UNAUTHORIZED) && credentials.refused(token)) {
            renewed = true;
            return again(exception, NextStep.SEND);
        }
        if (failure.isStaleConnection() && staleConnections < MAX_STALE_CONNECTIONS) {
            // Not an attempt: it had nothing to attempt it with.
            staleConnections++;
            return NextStep.SEND;
        }
        if (readBack != null && failure.isUncertain() && isInTime(Duration.ZERO)) {
            doubt = new Doubt(exception, failure);
            looks = 0;
            return NextStep.LOOK;
        }
        return repeat(exception, failure.retryAfter(), RetryRules.mayRepeat(request.repeat(), failure));
    }

    /**
     * What comes after a look at the deal that does not show the transition.
     *
     * @throws DealsException if the call has failed
     */
    NextStep looked(ReadBack.Verdict verdict) {
        Doubt present = Objects.requireNonNull(doubt);
        if (verdict == ReadBack.Verdict.UNCLEAR || mustStop()) {
            throw withEarlier(present.exception());
        }
        if (present.failure().mayStillRun()) {
            looks++;
            Duration wait = LOOK_AGAIN_EARLIEST.plus(pacing.backoff().after(looks));
            wait = wait.compareTo(LOOK_AGAIN_LATEST) > 0 ? LOOK_AGAIN_LATEST : wait;
            if (!isInTime(wait) || !pacing.budget().take()) {
                throw withEarlier(present.exception());
            }
            return NextStep.lookAfter(wait);
        }
        doubt = null;
        request = Objects.requireNonNull(readBack).again(request);
        return repeat(present.exception(), present.failure().retryAfter(), true);
    }

    private NextStep repeat(DealsException exception, Optional<Duration> named, boolean allowed) {
        Duration wait = named.orElseGet(() -> pacing.backoff().after(attempt));
        if (!allowed
                || attempt
                        >= scope.options().maxAttempts().orElse(pacing.limits().maxAttempts())
                || wait.compareTo(pacing.limits().maxRetryDelay()) > 0
                || !isInTime(wait)
                || !pacing.budget().take()) {
            throw withEarlier(exception);
        }
        return again(exception, NextStep.sendAfter(wait));
    }

    private boolean isInTime(Duration wait) {
        return wait.compareTo(remaining()) < 0;
    }

    /** Whether whoever waits for the call wants no more of it, whatever the rules allow. */
    private boolean mustStop() {
        return Thread.currentThread().isInterrupted() || underWay.areEnded();
    }

    private NextStep again(DealsException exception, NextStep next) {
        earlier.add(exception);
        attempt++;
        return next;
    }

    /** The call's failure when the deal cannot be looked at: the write's, which nothing has cleared up. */
    DealsException unread(DealsException failed) {
        DealsException write = last();
        write.addSuppressed(failed);
        return withEarlier(write);
    }

    /** The call's failure when no token can be had. */
    DealsException withoutToken(TokenUnavailableException unavailable) {
        Outcome outcome = uncertain ? Outcome.UNKNOWN : Outcome.NOT_SENT;
        var call = scope.call().attempts(attempt - 1).outcome(outcome);
        if (unavailable.status() > 0) {
            call.httpStatus(unavailable.status());
        }
        String message = String.valueOf(unavailable.getMessage());
        return withEarlier(
                unavailable.isRejected()
                        ? new AuthenticationException(message, call.build(), unavailable.getCause())
                        : new VendorUnavailableException(message, call.build(), unavailable.getCause()));
    }

    /** The call's failure when it was interrupted while it waited for its next attempt or look: that of the last attempt. */
    DealsException interrupted(InterruptedException interrupted) {
        DealsException last = last();
        last.addSuppressed(interrupted);
        return withEarlier(last);
    }

    /** The call's failure when its client was closed before the next step: that of the last attempt, if there was one. */
    DealsException closed() {
        if (doubt != null || !earlier.isEmpty()) {
            return withEarlier(last());
        }
        VendorCall call = scope.call().attempts(0).outcome(Outcome.NOT_SENT).build();
        return new VendorUnavailableException("the client was closed", call, null);
    }

    private DealsException last() {
        return doubt != null ? doubt.exception() : earlier.remove(earlier.size() - 1);
    }

    private DealsException withEarlier(DealsException exception) {
        earlier.forEach(exception::addSuppressed);
        return exception;
    }
}
