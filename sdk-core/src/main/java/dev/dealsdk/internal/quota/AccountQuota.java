package dev.dealsdk.internal.quota;

import dev.dealsdk.internal.account.PerAccount;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quota of one account in this process, and what it shares with other processes. Thread-safe. */
final class AccountQuota {
    /** Those that all clients of this process share. */
    static final PerAccount<AccountQuota> OF_THE_PROCESS = new PerAccount<>(AccountQuota::isIdle);

    private final RateLimiter limiter;
    private final @Nullable SharedTurns shared;

    /**
     * A quota that no request has passed.
     *
     * @param limiter of this process; where processes share the quota, it holds their share while they cannot
     * @param shared null where they share nothing
     */
    AccountQuota(RateLimiter limiter, @Nullable SharedTurns shared) {
        this.limiter = limiter;
        this.shared = shared;
    }

    /**
     * Takes a place in the queue.
     *
     * @param patience how long the request can wait
     * @return the permit; empty, with nothing taken, if it would come too late
     */
    Optional<Permit> next(Duration patience) {
        if (shared == null) {
            return limiter.next(patience);
        }
        Permit permit = limiter.queue(shared);
        if (permit.remaining().compareTo(patience) > 0) {
            permit.giveBack();
            return Optional.empty();
        }
        return Optional.of(permit);
    }

    Duration waitNow() {
        return shared == null || shared.localHolds() ? limiter.waitNow() : shared.waitNow();
    }

    /** Puts off all turns that have not begun, of other processes as well. */
    void pause(Duration time) {
        Duration bounded = limiter.pause(time);
        if (shared != null) {
            shared.pause(bounded);
        }
    }

    /** One client more uses it; {@link #leave} must follow. */
    void join() {
        if (shared != null) {
            shared.join();
        }
    }

    /** One client less uses it. */
    void leave() {
        if (shared != null) {
            shared.leave();
        }
    }

    private boolean isIdle() {
        return limiter.isIdle();
    }
}
