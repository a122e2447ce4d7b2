package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait when the vendor names no wait: exponential, with full jitter so that clients do not return together. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MAX_DOUBLINGS = 20;

    private final Duration longest;
    private final RandomGenerator random;

    Backoff(Duration longest, RandomGenerator random) {
        this.longest = longest;
        this.random = random;
    }

    /** A wait between zero and a limit that doubles with every attempt. */
    Duration after(int attempt) {
        long limit = FIRST.toNanos() << Math.min(attempt - 1, MAX_DOUBLINGS);
        return Duration.ofNanos(random.nextLong(Math.min(limit, longest.toNanos()) + 1));
    }
}
