package dev.dealsdk.event;

import dev.dealsdk.DealsException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param failure what the caller gets instead of a result: mostly a {@link DealsException}; empty when it succeeded
 * @param attempts how many requests were sent, reads among them
 * @param duration from the beginning of the call, waits included
 * @param retryWait the part of it spent between attempts
 * @param quotaWait the part of it spent waiting for the account's quota
 */
public record CallEnd(
        Optional<Throwable> failure, int attempts, Duration duration, Duration retryWait, Duration quotaWait) {

    /**
     * {@return {@code success}, the {@linkplain DealsException#outcome() outcome} of the failure in lower case such as {@code
     * not_sent}, or {@code error} for a failure that has none, such as an {@link OutOfMemoryError}}
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
