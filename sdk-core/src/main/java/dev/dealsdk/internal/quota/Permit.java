package dev.dealsdk.internal.quota;

import java.time.Duration;

/**
 * One request's place in the quota, from standing in the queue to its answer. It counts for the vendor from when the request
 * arrives, which is at the latest when its answer comes. Must end with {@link #answered} or {@link #giveBack}. Thread-safe.
 */
public final class Permit {
    private final RateLimiter limiter;
    private State state = State.WAITING;

    enum State {
        WAITING,
        BEGUN,
        OVER
    }

    Permit(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** {@return how long to wait before the request may leave; zero when it may, and has begun} To be asked after a wait. */
    public Duration remaining() {
        return limiter.remaining(this);
    }

    /** The request has left, and nothing more will come of it. */
    public void answered() {
        limiter.answered(this);
    }

    /** The request never left. */
    public void giveBack() {
        limiter.giveBack(this);
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }
}
