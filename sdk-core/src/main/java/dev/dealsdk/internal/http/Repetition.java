package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallRetry;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Repeat;
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
    private final Passage passage;
    private VendorRequest request;
    private @Nullable Attempt current;
    private long begun;
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
        this.passage = new Passage(pacing, scope);
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

    /**
     * How long to wait for the account's quota before the attempt; zero when it may begin. To be asked again after the wait.
     *
     * @throws DealsException if that would be too long
     */
    Duration turn() {
        if (!pacing.quota().isLimited()) {
            return Duration.ZERO;
        }
        return passage.next(remaining()).orElseThrow(this::withoutQuota);
    }

    /** The attempt that begins now. */
    Attempt begin(String token) {
        begun = pacing.nanoTime().getAsLong();
        Attempt next = new Attempt(token, underWay, request.repeat() != Repeat.FREELY);
        current = next;
        return next;
    }

    /** Notes that the attempt has succeeded. */
    void succeeded() {
        over(null);
        pacing.budget().earn();
    }

    /** Notes that nothing follows the attempt, nor any wait for one: the call was cancelled, or something broke. */
    void abandoned() {
        Attempt ended = current;
        if (ended == null) {
            passage.giveBack();
        } else {
            passage.over(ended, Optional.empty());
        }
    }

    private void over(@Nullable Failure failure) {
        Attempt ended = Objects.requireNonNull(current);
        passage.over(ended, failure == null ? Optional.empty() : failure.retryAfter());
        if (scope.isObserved()) {
            Duration duration = Duration.ofNanos(pacing.nanoTime().getAsLong() - begun);
            scope.observer().attempted(Reports.attempt(request, ended, failure, duration));
        }
    }

    /**
     * What comes after a failed attempt.
     *
     * @param token the one the attempt was sent with
     * @throws DealsException if the call has failed
     */
    NextStep after(Failure failure, String token) {
        over(failure);
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
            return again(exception, failure, NextStep.SEND);
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
        return repeat(exception, failure, RetryRules.mayRepeat(request.repeat(), failure));
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
        return repeat(present.exception(), present.failure(), true);
    }

    private NextStep repeat(DealsException exception, Failure failure, boolean allowed) {
        Duration wait = failure.retryAfter().orElseGet(() -> pacing.backoff().after(attempt));
        if (!allowed
                || attempt
                        >= scope.options().maxAttempts().orElse(pacing.limits().maxAttempts())
                || wait.compareTo(pacing.limits().maxRetryDelay()) > 0
                || !isInTime(wait)
                || !pacing.budget().take()) {
            throw withEarlier(exception);
        }
        return again(exception, failure, NextStep.sendAfter(wait));
    }

    private boolean isInTime(Duration wait) {
        return wait.compareTo(remaining()) < 0;
    }

    /** Whether whoever waits for the call wants no more of it, whatever the rules allow. */
    private boolean mustStop() {
        return Thread.currentThread().isInterrupted() || underWay.areEnded();
    }

    private NextStep again(DealsException exception, Failure failure, NextStep next) {
        earlier.add(exception);
        attempt++;
        if (scope.isObserved()) {
            Duration wait = next.pause().orElse(Duration.ZERO);
            scope.observer().retrying(new CallRetry(attempt, Reports.reason(failure), wait));
        }
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
        passage.giveBack();
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

    private DealsException withoutQuota() {
        Duration wait = pacing.quota().waitNow();
        VendorCall call = scope.call()
                .attempts(attempt - 1)
                .outcome(uncertain ? Outcome.UNKNOWN : Outcome.NOT_SENT)
                .build();
        return withEarlier(new RateLimitedException(
                "the account's quota is spent for " + seconds(wait) + ", and the call has " + seconds(remaining())
                        + " left",
                wait,
                pacing.clock().instant().plus(wait),
                call));
    }

    private static String seconds(Duration time) {
        return Math.max(0, time.toMillis()) / 1000.0 + " s";
    }

    /** The call's failure when it was interrupted while it waited for its next step: that of the last attempt, if any. */
    DealsException interrupted(InterruptedException interrupted) {
        DealsException stopped = stopped("interrupted before it was sent");
        stopped.addSuppressed(interrupted);
        return stopped;
    }

    /** The call's failure when its client was closed before the next step: that of the last attempt, if there was one. */
    DealsException closed() {
        return stopped("the client was closed");
    }

    private DealsException stopped(String why) {
        passage.giveBack();
        if (doubt != null || !earlier.isEmpty()) {
            return withEarlier(last());
        }
        VendorCall call = scope.call().attempts(0).outcome(Outcome.NOT_SENT).build();
        return new VendorUnavailableException(why, call, null);
    }

    private DealsException last() {
        return doubt != null ? doubt.exception() : earlier.remove(earlier.size() - 1);
    }

    private DealsException withEarlier(DealsException exception) {
        earlier.forEach(exception::addSuppressed);
        return exception;
    }
}
