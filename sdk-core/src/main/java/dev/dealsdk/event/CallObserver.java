package dev.dealsdk.event;

import dev.dealsdk.DealField;
import java.time.Duration;

/**
 * Receives the events of one call in the order in which they happen, one at a time. The methods run on the thread that
 * makes the call or, for asynchronous calls, on a thread of the SDK, and must not block. Every method does nothing by
 * default.
 */
public interface CallObserver {

    /**
     * Called after a request was sent, or could not be sent, and its result is known.
     *
     * @param attempt the request and its result
     */
    default void attempted(CallAttempt attempt) {}

    /**
     * Called before a request is sent again.
     *
     * @param retry the reason for the retry and the wait before it
     */
    default void retrying(CallRetry retry) {}

    /**
     * Called when a request is delayed because the quota of the account is exhausted. See {@code deals.rate-limit}.
     *
     * @param wait the expected duration of the delay
     */
    default void waitingForQuota(Duration wait) {}

    /**
     * Called when a field is left out of a request because of {@code deals.drop}.
     *
     * @param field the field that the caller set
     */
    default void dropped(DealField field) {}

    /**
     * Called when the SDK has filtered a page because of {@code deals.local-query}.
     *
     * @param read the number of deals that the vendor sent
     * @param given the number of those deals that match the query
     */
    default void filtered(int read, int given) {}

    /**
     * Called when the call has ended; no further event follows.
     *
     * @param end the end of the call
     */
    default void finished(CallEnd end) {}
}
