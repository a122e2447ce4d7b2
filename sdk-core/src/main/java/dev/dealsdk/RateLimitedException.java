package dev.dealsdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the vendor's rate limit is exceeded (HTTP 429) and the required wait would exceed the timeout or the
 * attempts of the call.
 */
public final class RateLimitedException extends DealsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final @Nullable Instant retryAt;

    /**
     * Creates an exception. Intended for the transport.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param retryAfter the wait that the vendor requested; null if it requested none
     * @param retryAt the time at which that wait ends; null if there is none
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     */
    public RateLimitedException(
            String message, @Nullable Duration retryAfter, @Nullable Instant retryAt, VendorCall call) {
        super(message, call, null);
        this.retryAfter = retryAfter;
        this.retryAt = retryAt;
    }

    /** {@return the wait that the vendor requested, measured from its response; empty if it requested none} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return the time at which that wait ends, by the clock of this machine; empty if the vendor requested none} */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
