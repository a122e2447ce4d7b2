package dev.dealsdk.testkit.internal.stardex;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The documented limit: 60 requests in a sliding minute for each key. Counts always, refuses only when told to. Not
 * thread-safe.
 *
 * <p>Assumed: requests that are refused do not count; the window resets when its oldest request leaves it.
 */
public final class StardexQuota {
    public static final int LIMIT = 60;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> requestsByKey = new HashMap<>();
    private boolean enforced;

    public StardexQuota(Clock clock) {
        this.clock = clock;
    }

    public void enforce(boolean on) {
        enforced = on;
    }

    /** Whether one more request of this key is let through; it is counted then. */
    public boolean take(String key) {
        Deque<Instant> requests = requests(key);
        if (enforced && requests.size() >= LIMIT) {
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

    public Map<String, String> headers(String key) {
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(LIMIT),
                "X-RateLimit-Remaining",
                        Integer.toString(Math.max(0, LIMIT - requests(key).size())),
                "X-RateLimit-Reset", Long.toString(resetAt(key)));
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
