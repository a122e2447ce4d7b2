package dev.dealsdk.internal.limit;

import dev.dealsdk.internal.config.RateWindow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Gives each request its turn, first come, first served, so that no window ever holds more of them than the vendor allows, in
 * whatever order they arrive there. Thread-safe; nobody waits in here.
 */
public final class RateLimiter {
    private final List<Window> windows;
    private final long longest;
    private final LongSupplier nanoTime;
    private final Set<Turn> queue = new LinkedHashSet<>();
    private long pausedUntil;

    /**
     * A limiter that no request has passed.
     *
     * @param windows one or more, which hold at once
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public RateLimiter(List<RateWindow> windows, LongSupplier nanoTime) {
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
     * @param patience how long the caller can wait for its turn
     * @return the turn; empty, with nothing taken, if it would come too late
     */
    public synchronized Optional<Turn> next(Duration patience) {
        if (wait(queue.size(), nanoTime.getAsLong()) > patience.toNanos()) {
            return Optional.empty();
        }
        Turn turn = new Turn(this);
        queue.add(turn);
        return Optional.of(turn);
    }

    /** {@return how long one who came now would wait, as far as is known} */
    public synchronized Duration waitNow() {
        return Duration.ofNanos(wait(queue.size(), nanoTime.getAsLong()));
    }

    /**
     * Puts off all turns that have not begun, since the vendor says that the quota is spent.
     *
     * @param time for how long; more than the longest window is not believed
     */
    public synchronized void pause(Duration time) {
        long until = nanoTime.getAsLong() + Math.min(longest, time.toNanos());
        if (until - pausedUntil > 0) {
            pausedUntil = until;
        }
    }

    private long wait(int before, long now) {
        long wait = Math.max(0, pausedUntil - now);
        for (Window window : windows) {
            wait = Math.max(wait, window.wait(before, now));
        }
        return wait;
    }

    synchronized Duration remaining(Turn turn) {
        if (turn.state() != Turn.State.WAITING) {
            return Duration.ZERO;
        }
        long wait = wait(before(turn), nanoTime.getAsLong());
        if (wait == 0) {
            queue.remove(turn);
            turn.become(Turn.State.BEGUN);
            windows.forEach(Window::begin);
        }
        return Duration.ofNanos(wait);
    }

    private int before(Turn turn) {
        int before = 0;
        for (Turn earlier : queue) {
            if (earlier == turn) {
                break;
            }
            before++;
        }
        return before;
    }

    synchronized void answered(Turn turn) {
        if (turn.state() == Turn.State.BEGUN) {
            long now = nanoTime.getAsLong();
            windows.forEach(window -> window.answered(now));
        }
        end(turn);
    }

    synchronized void giveBack(Turn turn) {
        if (turn.state() == Turn.State.BEGUN) {
            windows.forEach(Window::giveBack);
        }
        end(turn);
    }

    private void end(Turn turn) {
        queue.remove(turn);
        turn.become(Turn.State.OVER);
    }
}
