package dev.dealsdk.internal.http;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.VendorRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Repeats attempts as {@link RetryRules} allow, until one succeeds or the call's attempts or time are spent. All state
 * belongs to the call.
 */
final class HttpEngine {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    private final Exchange exchange;
    private final Credentials credentials;
    private final RetryLimits limits;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final Clock clock;
    private final LongSupplier nanoTime;

    HttpEngine(
            Exchange exchange,
            Credentials credentials,
            RetryLimits limits,
            Backoff backoff,
            Sleeper sleeper,
            Clock clock,
            LongSupplier nanoTime) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.limits = limits;
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Empty when a delete finds nothing because an attempt whose answer was lost had done it. */
    <T> Optional<T> send(VendorRequest request, CallScope scope, JsonDecoder<T> decoder) {
        int maxAttempts = scope.options().maxAttempts().orElse(limits.maxAttempts());
        List<DealsException> earlier = new ArrayList<>();
        boolean uncertain = false;
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            Failure failure;
            String token = token(scope, attempt, uncertain, earlier);
            try {
                return Optional.of(exchange.send(request, scope, token, attemptTimeout(scope), decoder));
            } catch (AttemptFailedException failed) {
                failure = failed.failure();
            }
            if (uncertain && request.method().equals("DELETE") && failure.isStatus(NOT_FOUND)) {
                return Optional.empty();
            }
            DealsException exception =
                    Failures.toException(failure, scope, attempt, request.isWrite(), uncertain, clock.instant());
            uncertain |= request.isWrite() && failure.isUncertain();
            if (!renewed && failure.isStatus(UNAUTHORIZED) && credentials.refused(token)) {
                renewed = true;
                earlier.add(exception);
                continue;
            }
            Duration wait = wait(failure, attempt);
            if (attempt >= maxAttempts
                    || !RetryRules.mayRepeat(request.repeat(), failure)
                    || wait.compareTo(limits.maxRetryDelay()) > 0
                    || wait.compareTo(remaining(scope)) >= 0) {
                throw withEarlier(exception, earlier);
            }
            earlier.add(exception);
            sleep(wait, exception, earlier);
        }
    }

    private String token(CallScope scope, int attempt, boolean uncertain, List<DealsException> earlier) {
        try {
            return credentials.token(attemptTimeout(scope));
        } catch (TokenUnavailableException unavailable) {
            Outcome outcome = uncertain ? Outcome.UNKNOWN : Outcome.NOT_SENT;
            var call = scope.call().attempts(attempt - 1).outcome(outcome);
            if (unavailable.status() > 0) {
                call.httpStatus(unavailable.status());
            }
            String message = String.valueOf(unavailable.getMessage());
            throw withEarlier(
                    unavailable.isRejected()
                            ? new AuthenticationException(message, call.build(), unavailable.getCause())
                            : new VendorUnavailableException(message, call.build(), unavailable.getCause()),
                    earlier);
        }
    }

    private Duration attemptTimeout(CallScope scope) {
        Duration configured = scope.options().attemptTimeout().orElse(limits.attemptTimeout());
        Duration left = remaining(scope);
        Duration timeout = left.compareTo(configured) < 0 ? left : configured;
        // Zero would mean no timeout at all.
        return timeout.isZero() || timeout.isNegative() ? Duration.ofMillis(1) : timeout;
    }

    /** What the vendor asks for, or else a backoff. */
    private Duration wait(Failure failure, int attempt) {
        return failure.retryAfter().orElse(backoff.after(attempt));
    }

    private Duration remaining(CallScope scope) {
        return Duration.ofNanos(scope.deadlineNanos() - nanoTime.getAsLong());
    }

    private void sleep(Duration wait, DealsException exception, List<DealsException> earlier) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            exception.addSuppressed(interrupted);
            throw withEarlier(exception, earlier.subList(0, earlier.size() - 1));
        }
    }

    private static DealsException withEarlier(DealsException exception, List<DealsException> earlier) {
        earlier.forEach(exception::addSuppressed);
        return exception;
    }
}
