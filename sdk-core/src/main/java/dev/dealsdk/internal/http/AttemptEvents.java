package dev.dealsdk.internal.http;

import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.internal.call.Excerpt;
import dev.dealsdk.spi.VendorRequest;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What listeners are told of an attempt: nothing that could be a secret, or about a person. */
final class AttemptEvents {
    private static final List<String> REQUEST_IDS = List.of("x-request-id", "request-id");

    private static final List<String> HARMLESS = List.of(
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
                requestId(attempt, failure),
                harmless(attempt));
    }

    private static Optional<String> requestId(Attempt attempt, @Nullable Failure failure) {
        Optional<String> said =
                failure == null ? Optional.empty() : failure.error().requestId();
        return said.or(() -> REQUEST_IDS.stream()
                        .map(attempt.responseHeaders()::get)
                        .filter(Objects::nonNull)
                        .findFirst())
                .map(id -> readable(attempt, id));
    }

    private static String readable(Attempt attempt, String text) {
        return Excerpt.of(attempt.redactor().text(text));
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
        for (List<String> names : List.of(REQUEST_IDS, HARMLESS)) {
            for (String name : names) {
                String value = headers.get(name);
                if (value != null) {
                    harmless.put(name, readable(attempt, value));
                }
            }
        }
        return harmless;
    }
}
