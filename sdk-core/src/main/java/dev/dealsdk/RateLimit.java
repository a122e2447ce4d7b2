package dev.dealsdk;

import java.time.Instant;
import java.util.Optional;

/**
 * What a vendor has said of an account's rate limit. Immutable.
 *
 * @param limit how many requests the account may make in one window; empty where the vendor does not say
 * @param remaining how many of them are left in the current window; empty where the vendor does not say
 * @param reset when the next window begins; empty where the vendor does not say
 */
public record RateLimit(Optional<Long> limit, Optional<Long> remaining, Optional<Instant> reset) {
    /** Nothing is known. */
    public static final RateLimit UNKNOWN = new RateLimit(Optional.empty(), Optional.empty(), Optional.empty());
}
