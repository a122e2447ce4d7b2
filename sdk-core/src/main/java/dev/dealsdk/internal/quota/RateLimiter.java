package dev.dealsdk.internal.quota;

import dev.dealsdk.internal.value.RateWindow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request its permit, first come, first served, so that no window ever holds more of them than the vendor allows, in
 * whatever order they arrive there. Thread-safe; nobody waits in here.
 */
final class RateLimiter {
    private final List<Window> windows;
    private final long longest;
    private final LongSupplier nanoTime;
    private final Set<Permit> queue = new LinkedHashSet<>();
    private long pausedUntil;

    /**
     * A limiter that no request has passed.
     *
     * @param windows one or more, which hold at once
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    RateLimiter(List<RateWindow> windows, LongSupplier nanoTime) {
        this.windows = windows.stream()
                .map(window -> new Window(window.calls(), window.length().toNanos()))
                .toList();
        this.longest = this.windows.stream().mapToLong(Window::nanos).max().orElseThrow();
        this.nanoTime = nanoTime;
        this.pausedUntil = nanoTime.getAsLong();
    }

    /**
     * Takes a place in the queue.
     *
     * @param patience how long the caller can wait for its permit
     * @return the permit; empty, with nothing taken, if it would come too late
     */
    synchronized Optional<Permit> next(Duration patience) {
        if (wait(queue.size(), nanoTime.getAsLong()) > patience.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(queue(null));
    }

    /**
     * Takes a place in the queue, however long it is.
     *
     * @param shared where the account's turns come from; null if processes share none
     */
    synchronized Permit queue(@Nullable SharedTurns shared) {
        Permit permit = new Permit(this, shared, nanoTime);
        queue.add(permit);
        return permit;
    }

    /** {@return whether nothing that happened before matters any more} */
    synchronized boolean isIdle() {
        long now = nanoTime.getAsLong();
        return queue.isEmpty() && pausedUntil - now <= 0 && windows.stream().allMatch(window -> window.isEmpty(now));
    }

    /** {@return how long one who came now would wait, as far as is known} */
    synchronized Duration waitNow() {
        return Duration.ofNanos(wait(queue.size(), nanoTime.getAsLong()));
    }

    /**
     * Puts off all turns that have not begun, since the vendor says that the quota is spent.
     *
     * @param time for how long; more than the longest window is not believed
     * @return for how long it is believed
     */
    synchronized Duration pause(Duration time) {
        long nanos = Math.min(longest, time.toNanos());
        long until = nanoTime.getAsLong() + nanos;
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
        return Duration.ofNanos(nanos);
    }

    private long wait(int before, long now) {
        long wait = Math.max(0, pausedUntil - now);
        for (Window window : windows) {
            wait = Math.max(wait, window.wait(before, now));
        }
        return wait;
    }

    synchronized Duration remaining(Permit permit) {
        if (permit.state() != Permit.State.WAITING) {
            return Duration.ZERO;
        }
        long wait = wait(before(permit), nanoTime.getAsLong());
        return wait == 0 ? begin(permit) : Duration.ofNanos(wait);
    }

    /** Lets a request leave out of turn, since its turn was found elsewhere; counts it all the same. */
    synchronized Duration begin(Permit permit) {
        if (permit.state() == Permit.State.WAITING) {
            queue.remove(permit);
            permit.become(Permit.State.BEGUN);
            windows.forEach(Window::begin);
        }
        return Duration.ZERO;
    }

    private int before(Permit permit) {
        int before = 0;
        for (Permit earlier : queue) {
            if (earlier == permit) {
                break;
            }
            before++;
        }
        return before;
    }

    synchronized void answered(Permit permit) {
        if (permit.state() == Permit.State.BEGUN) {
            long now = nanoTime.getAsLong();
            windows.forEach(window -> window.answered(now));
        }
        end(permit);
    }

    synchronized void giveBack(Permit permit) {
        if (permit.state() == Permit.State.BEGUN) {
            windows.forEach(Window::giveBack);
        }
        end(permit);
    }

    private void end(Permit permit) {
        queue.remove(permit);
        permit.become(Permit.State.OVER);
    }
}
