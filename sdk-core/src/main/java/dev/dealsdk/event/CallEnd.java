package dev.dealsdk.event;

import dev.dealsdk.DealsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of a call.
 *
 * @param failure the exception that the caller receives instead of a result, usually a {@link DealsException}; empty if
 *     the call succeeded
 * @param attempts the number of requests that were sent, including reads
 * @param duration the time since the start of the call, including waits
 * @param retryWait the part of the duration that was spent waiting between attempts
 * @param quotaWait the part of the duration that was spent waiting for the quota of the account
 */
public record CallEnd(
        Optional<Throwable> failure, int attempts, Duration duration, Duration retryWait, Duration quotaWait) {

    /**
     * {@return {@code success}; the {@linkplain DealsException#outcome() outcome} of the failure in lower case, such as
     * {@code not_sent}; or {@code error} for a failure without an outcome, such as an {@link OutOfMemoryError}}
     */
    public String outcome() {
        if (failure.isEmpty()) {
            return "success";
        }
        return failure.get() instanceof DealsException failed
                ? failed.outcome().name().toLowerCase(Locale.ROOT)
                : "error";
    }
}
