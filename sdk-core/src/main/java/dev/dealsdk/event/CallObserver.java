package dev.dealsdk.event;

import java.time.Duration;

/**
 * Is told what becomes of one call, in the order in which it happens and by one thread at a time: the one that makes the call
 * or, for calls no thread waits for, one of the SDK's. It must not block. Every method does nothing by default.
 */
public interface CallObserver {

    /**
     * A request was sent, or tried to be, and what came of it is known.
     *
     * @param attempt what came of it
     */
    default void attempted(CallAttempt attempt) {}

    /**
     * The request will be sent again.
     *
     * @param retry why, and after which wait
     */
    default void retrying(CallRetry retry) {}

    /**
     * The request does not leave yet, since the account's quota is spent; see {@code deals.rate-limit}.
     *
     * @param wait for how long, as far as is known
     */
    default void waitingForQuota(Duration wait) {}

    /**
     * The call is over; nothing more is told.
     *
     * @param end how it ended
     */
    default void finished(CallEnd end) {}
}
