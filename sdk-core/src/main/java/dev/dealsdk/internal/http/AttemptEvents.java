package dev.dealsdk.internal.http;

import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.spi.VendorRequest;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What listeners are told of an attempt: nothing that could be a secret, or about a person. */
final class AttemptEvents {
    private static final List<String> HARMLESS = List.of(
            "x-request-id",
            "request-id",
            "retry-after",
            "ratelimit-limit",
            "ratelimit-remaining",
            "ratelimit-reset",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset");

    private AttemptEvents() {}

    static CallAttempt attempt(VendorRequest request, Attempt attempt, @Nullable Failure failure, Duration duration) {
        Optional<Integer> status = Optional.of(attempt.status()).filter(code -> code > 0);
        return new CallAttempt(
                request.method(),
                status,
                failure == null || failure.status() > 0 ? Optional.empty() : Optional.of(reason(failure)),
                duration,
                harmless(attempt));
    }

    /** The status or, when no whole answer came, one word. */
    static String reason(Failure failure) {
        if (failure.status() > 0) {
            return Integer.toString(failure.status());
        }
        return failure.cause() instanceof InterruptedIOException ? "timeout" : "connection";
    }

    private static Map<String, String> harmless(Attempt attempt) {
        Headers headers = attempt.responseHeaders();
        Map<String, String> harmless = new HashMap<>();
        for (String name : HARMLESS) {
            String value = headers.get(name);
            if (value != null) {
                harmless.put(name, Excerpt.of(attempt.redactor().text(value)));
            }
        }
        return harmless;
    }
}
