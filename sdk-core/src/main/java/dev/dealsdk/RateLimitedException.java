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

    /** For the transport: the wait the vendor asked for and the moment at which it ends, if it named one. */
    public RateLimitedException(
            String message, @Nullable Duration retryAfter, @Nullable Instant retryAt, VendorCall call) {
        super(message, call, null);
        this.retryAfter = retryAfter;
        this.retryAt = retryAt;
    }

    /** The wait the vendor asked for, counted from its answer; empty when it named none. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** When that wait ends, by the clock of this machine. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
