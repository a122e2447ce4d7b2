package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.VendorRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What one request has been through, and what comes next: another attempt as {@link RetryRules} allow, until one succeeds or
 * the call's attempts or time are spent. The same for calls that block and calls that do not. Used by one thread at a time.
 */
final class Repetition {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    private final VendorRequest request;
    private final CallScope scope;
    private final Credentials credentials;
    private final CallsUnderWay underWay;
    private final RetryLimits limits;
    private final Backoff backoff;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final List<DealsException> earlier = new ArrayList<>(0);
    private int attempt = 1;
    private boolean uncertain;
    private boolean renewed;

    Repetition(
            VendorRequest request,
            CallScope scope,
            Credentials credentials,
            CallsUnderWay underWay,
            RetryLimits limits,
            Backoff backoff,
            Clock clock,
            LongSupplier nanoTime) {
        this.request = request;
        this.scope = scope;
        this.credentials = credentials;
        this.underWay = underWay;
        this.limits = limits;
        this.backoff = backoff;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** How long the attempt that begins now may take. */
    Duration timeout() {
        Duration configured = scope.options().attemptTimeout().orElse(limits.attemptTimeout());
        Duration left = remaining();
        Duration timeout = left.compareTo(configured) < 0 ? left : configured;
        // Zero would mean no timeout at all.
        return timeout.isZero() || timeout.isNegative() ? Duration.ofMillis(1) : timeout;
    }

    /** What the call has left. */
    Duration remaining() {
        return Duration.ofNanos(scope.deadlineNanos() - nanoTime.getAsLong());
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
        DealsException exception =
                Failures.toException(failure, scope, attempt, request.isWrite(), uncertain, clock.instant());
        uncertain |= request.isWrite() && failure.isUncertain();
        if (mustStop()) {
            throw withEarlier(exception);
        }
        if (!renewed && failure.isStatus(UNAUTHORIZED) && credentials.refused(token)) {
            renewed = true;
            return again(exception, NextStep.AT_ONCE);
        }
        Duration wait = failure.retryAfter().orElse(backoff.after(attempt));
        if (attempt >= scope.options().maxAttempts().orElse(limits.maxAttempts())
                || !RetryRules.mayRepeat(request.repeat(), failure)
                || wait.compareTo(limits.maxRetryDelay()) > 0
                || wait.compareTo(remaining()) >= 0) {
            throw withEarlier(exception);
        }
        return again(exception, NextStep.after(wait));
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

    /** The call's failure when it was interrupted while it waited for its next attempt: that of the last attempt. */
    DealsException interrupted(InterruptedException interrupted) {
        DealsException last = earlier.remove(earlier.size() - 1);
        last.addSuppressed(interrupted);
        return withEarlier(last);
    }

    /** The call's failure when its client was closed before the next attempt: that of the last attempt, if there was one. */
    DealsException closed() {
        if (!earlier.isEmpty()) {
            return withEarlier(earlier.remove(earlier.size() - 1));
        }
        VendorCall call = scope.call().attempts(0).outcome(Outcome.NOT_SENT).build();
        return new VendorUnavailableException("the client was closed", call, null);
    }

    private DealsException withEarlier(DealsException exception) {
        earlier.forEach(exception::addSuppressed);
        return exception;
    }
}
