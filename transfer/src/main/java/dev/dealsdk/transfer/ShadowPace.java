package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A part of a rate limit, spread evenly: of {@code 60/1m} a fifth is a request every five seconds. Thread-safe. */
final class ShadowPace {
    private final long gapNanos;
    private final LongSupplier nanoTime;
    private long nextNanos;

    /**
     * @param limit as {@code deals.rate-limit} has it, such as {@code 10/1s,60/1m}; empty for none
     * @param percent 1 to 100
     */
    ShadowPace(Optional<String> limit, int percent, LongSupplier nanoTime) {
        // The time of a hundred requests, so that whole milliseconds are fine enough.
        this.gapNanos =
                limit.map(text -> Planner.time(100, text).toNanos() / percent).orElse(0L);
        this.nanoTime = nanoTime;
        this.nextNanos = nanoTime.getAsLong();
    }

    /** How long the next request has to wait; it has its turn by asking. */
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
