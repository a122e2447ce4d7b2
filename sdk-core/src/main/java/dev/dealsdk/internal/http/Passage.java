package dev.dealsdk.internal.http;

import dev.dealsdk.internal.limit.Turn;
import dev.dealsdk.spi.CallScope;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one request's attempts through the account's quota, one turn each. Used by one thread at a time. */
final class Passage {
    /** Longer than any queue: the caller reads a listing, and wants all of it. */
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private final Pacing pacing;
    private final CallScope scope;
    private @Nullable Turn turn;
    private long queuedAt;

    Passage(Pacing pacing, CallScope scope) {
        this.pacing = pacing;
        this.scope = scope;
    }

    /**
     * How long to wait before the attempt may begin; zero when it may. To be asked again after the wait.
     *
     * @param left what the call has
     * @return empty if its turn comes later than that
     */
    Optional<Duration> next(Duration left) {
        boolean patient = scope.isWaitingForQuota();
        Duration patience = patient ? AS_LONG_AS_IT_TAKES : left;
        if (turn == null) {
            queuedAt = pacing.nanoTime().getAsLong();
            turn = pacing.quota().next(patience).orElse(null);
        }
        if (turn == null) {
            return Optional.empty();
        }
        Duration wait = turn.remaining();
        if (wait.compareTo(patience) > 0) {
            giveBack();
            return Optional.empty();
        }
        if (wait.isZero()) {
            if (patient) {
                scope.extend(pacing.nanoTime().getAsLong() - queuedAt);
            }
        } else if (scope.isObserved()) {
            scope.observer().waitingForQuota(wait);
        }
        return Optional.of(wait);
    }

    /** The attempt has ended; what its answer said of the quota is heard. */
    void over(Attempt attempt, Optional<Duration> named) {
        if (turn == null) {
            return;
        }
        if (attempt.hasLeft()) {
            turn.answered();
            turn = null;
            pacing.quota()
                    .answered(
                            attempt.status(),
                            attempt.answer(),
                            named,
                            pacing.clock().instant());
        } else {
            giveBack();
        }
    }

    /** No attempt will be made in this turn. */
    void giveBack() {
        if (turn != null) {
            turn.giveBack();
            turn = null;
        }
    }
}
