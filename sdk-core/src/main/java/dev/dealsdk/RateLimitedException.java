package dev.dealsdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's quota is spent (HTTP 429), and waiting for it would outlast the call's deadline or attempts. */
public final class RateLimitedException extends DealsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final @Nullable Instant retryAt;

    /**
     * For the transport.
     *
     * @param message what is wrong, as one sentence; what is known of the call is put around it
     * @param retryAfter the wait the vendor asked for; null when it named none
     * @param retryAt the moment at which that wait ends; null when there is none
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     */
    public RateLimitedException(
            String message, @Nullable Duration retryAfter, @Nullable Instant retryAt, VendorCall call) {
        super(message, call, null);
        this.retryAfter = retryAfter;
        this.retryAt = retryAt;
    }

    /** {@return the wait the vendor asked for, counted from its answer; empty when it named none} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return when that wait ends, by the clock of this machine; empty when the vendor named none} */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
