package dev.dealsdk.testkit.internal.simulator;

import dev.dealsdk.testkit.SimulatorResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A limit of requests in a sliding minute for each key. Counts always, refuses only when told to. Not thread-safe.
 *
 * <p>Assumed: requests that are refused do not count; the window resets when its oldest request leaves it.
 */
public final class SlidingQuota {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final Clock clock;
    private final Map<String, Deque<Instant>> requestsByKey = new HashMap<>();
    private boolean enforced;

    public SlidingQuota(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    public void enforce(boolean on) {
        enforced = on;
    }

    /** Whether one more request of this key is let through; it is counted then. */
    public boolean take(String key) {
        Deque<Instant> requests = requests(key);
        if (enforced && requests.size() >= limit) {
            return false;
        }
        requests.addLast(clock.instant());
        return true;
    }

    /** Unix seconds, rounded up. */
    public long resetAt(String key) {
        Instant oldest =
                requests(key).isEmpty() ? clock.instant() : requests(key).getFirst();
        return oldest.plus(WINDOW).plusNanos(999_999_999).getEpochSecond();
    }

    /** At least one second. */
    public long secondsToReset(String key) {
        return Math.max(1, resetAt(key) - clock.instant().getEpochSecond());
    }

    /** The response with the three headers that say how much is left to this key. */
    public SimulatorResponse withHeaders(SimulatorResponse response, String key) {
        int left = Math.max(0, limit - requests(key).size());
        return response.withHeader("X-RateLimit-Limit", Integer.toString(limit))
                .withHeader("X-RateLimit-Remaining", Integer.toString(left))
                .withHeader("X-RateLimit-Reset", Long.toString(resetAt(key)));
    }

    private Deque<Instant> requests(String key) {
        Deque<Instant> requests = requestsByKey.computeIfAbsent(key, absent -> new ArrayDeque<>());
        Instant start = clock.instant().minus(WINDOW);
        while (!requests.isEmpty() && !requests.getFirst().isAfter(start)) {
            requests.removeFirst();
        }
        return requests;
    }
}
