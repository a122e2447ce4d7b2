package dev.dealsdk;

import java.time.Instant;
import java.util.Optional;

/**
 * The rate limit of an account, as the vendor last reported it. Immutable.
 *
 * @param limit the number of requests that the account may send in one window; empty if the vendor does not report it
 * @param remaining the number of requests left in the current window; empty if the vendor does not report it
 * @param reset the time at which the next window begins; empty if the vendor does not report it
 */
public record RateLimit(Optional<Long> limit, Optional<Long> remaining, Optional<Instant> reset) {
    /** A rate limit of which nothing is known. */
    public static final RateLimit UNKNOWN = new RateLimit(Optional.empty(), Optional.empty(), Optional.empty());
}
