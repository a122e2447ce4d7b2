package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many repeats all calls of one client may make, so that many that fail at once do not multiply the load on a vendor that
 * has trouble already: {@value #MOST} at first, then one a second, and one for every two requests that succeed. First attempts
 * are not its business. Thread-safe.
 */
final class RetryBudget {
    static final int MOST = 100;

    private static final long REPEAT = Duration.ofSeconds(1).toNanos();
    private static final long EARNED = REPEAT / 2;

    private final LongSupplier nanoTime;
    /** How far into the future the repeats made so far reach, if each of them takes a second of it. */
    private final AtomicLong taken;

    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.taken = new AtomicLong(nanoTime.getAsLong());
    }

    /** Whether one more repeat may be made; then it counts as made. */
    boolean take() {
        long now = nanoTime.getAsLong();
        while (true) {
            long before = taken.get();
            long after = (before - now < 0 ? now : before) + REPEAT;
            if (after - now > MOST * REPEAT) {
                return false;
            }
            if (taken.compareAndSet(before, after)) {
                return true;
            }
        }
    }

    /** How many repeats may be made now. */
    int left() {
        long used = Math.max(0, taken.get() - nanoTime.getAsLong());
        return (int) Math.max(0, (MOST * REPEAT - used) / REPEAT);
    }

    /** Takes back that a repeat was made. */
    void giveBack() {
        taken.addAndGet(-REPEAT);
    }

    /** Notes that a request has succeeded. */
    void earn() {
        if (taken.get() - nanoTime.getAsLong() > 0) {
            taken.addAndGet(-EARNED);
        }
    }
}
