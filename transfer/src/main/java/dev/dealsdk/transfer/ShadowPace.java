package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spreads a share of a rate limit evenly: 20 % of {@code 60/1m} is one request every 5 seconds. Thread-safe. */
final class ShadowPace {
    private final long gapNanos;
    private final LongSupplier nanoTime;
    private long nextNanos;

    /**
     * @param limit in the format of {@code deals.rate-limit}, such as {@code 10/1s,60/1m}; empty for none
     * @param percent the share, 1 to 100
     */
    ShadowPace(Optional<String> limit, int percent, LongSupplier nanoTime) {
        // Computed for 100 requests, because the result has whole milliseconds.
        this.gapNanos =
                limit.map(text -> Planner.time(100, text).toNanos() / percent).orElse(0L);
        this.nanoTime = nanoTime;
        this.nextNanos = nanoTime.getAsLong();
    }

    /** Reserves the next turn and returns the time until it. */
    synchronized Duration next() {
        long now = nanoTime.getAsLong();
        long turn = nextNanos - now > 0 ? nextNanos : now;
        nextNanos = turn + gapNanos;
        return Duration.ofNanos(turn - now);
    }

    /** Waits for the next turn. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next().toNanos());
    }
}
