package dev.dealsdk.event;

import dev.dealsdk.DealField;
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
     * A field is left out of the request, as {@code deals.drop} says.
     *
     * @param field what the caller set
     */
    default void dropped(DealField field) {}

    /**
     * A page was filtered by the SDK, as {@code deals.local-query} says.
     *
     * @param read how many deals the vendor sent
     * @param given how many of them fit the query
     */
    default void filtered(int read, int given) {}

    /**
     * The call is over; nothing more is told.
     *
     * @param end how it ended
     */
    default void finished(CallEnd end) {}
}
