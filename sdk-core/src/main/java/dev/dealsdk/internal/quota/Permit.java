package dev.dealsdk.internal.quota;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request's place in the quota, from standing in the queue to its answer. It counts for the vendor from when the request
 * arrives, which is at the latest when its answer comes. Must end with {@link #answered} or {@link #giveBack}. Used by one thread
 * at a time.
 */
public final class Permit {
    private final RateLimiter limiter;
    private final @Nullable SharedTurns shared;
    private final LongSupplier nanoTime;
    private State state = State.WAITING;
    /** Whether the store has given a turn, and when that comes. */
    private boolean hasTurn;

    private boolean isGranted;

    private long turnAt;

    enum State {
        WAITING,
        BEGUN,
        OVER
    }

    /** @param shared null where processes share nothing */
    Permit(RateLimiter limiter, @Nullable SharedTurns shared, LongSupplier nanoTime) {
        this.limiter = limiter;
        this.shared = shared;
        this.nanoTime = nanoTime;
    }

    /** {@return how long to wait before the request may leave; zero when it may, and has begun} To be asked after a wait. */
    public Duration remaining() {
        if (shared == null) {
            return limiter.remaining(this);
        }
        Duration wait = isGranted ? Duration.ZERO : wait(shared);
        isGranted = wait.isZero();
        return wait;
    }

    private Duration wait(SharedTurns store) {
        // Asked each time: so it is found out soon, too, that the store can be reached again.
        Duration paused = store.paused();
        if (!paused.isZero()) {
            // A turn that comes while all are held back is lost.
            hasTurn = hasTurn && turnAt - nanoTime.getAsLong() > paused.toNanos();
            return paused;
        }
        if (store.localHolds()) {
            // The place in this process first: a turn is used when it comes, or requests would not be spread evenly.
            Duration place = limiter.remaining(this);
            if (!place.isZero()) {
                hasTurn = false;
                return place;
            }
        }
        if (!hasTurn) {
            Optional<Duration> turn = store.take();
            hasTurn = turn.isPresent();
            turnAt = nanoTime.getAsLong() + turn.orElse(Duration.ZERO).toNanos();
        }
        Duration wait = Duration.ofNanos(Math.max(0, turnAt - nanoTime.getAsLong()));
        if (!wait.isZero()) {
            return wait;
        }
        return hasTurn ? limiter.begin(this) : limiter.remaining(this);
    }

    /** The request has left, and nothing more will come of it. */
    public void answered() {
        limiter.answered(this);
    }

    /** The request never left. */
    public void giveBack() {
        limiter.giveBack(this);
        if (shared != null && hasTurn) {
            hasTurn = false;
            shared.giveBack();
        }
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }
}
