package dev.dealsdk.event;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request and what came of it. Holds no body, no token and nothing of the path.
 *
 * @param method of HTTP, such as {@code POST}
 * @param httpStatus of the answer; empty when none came
 * @param failure why no answer came, as one word such as {@code timeout} or {@code connection}; empty when one came
 * @param duration from opening or finding a connection to the last byte that was read
 * @param requestId by which the vendor finds the request, as its error body or else a header of the answer says; empty where
 *     neither does
 * @param headers those of the answer that help to find a request or to understand a quota, by their names in lower case
 */
public record CallAttempt(
        String method,
        Optional<Integer> httpStatus,
        Optional<String> failure,
        Duration duration,
        Optional<String> requestId,
        Map<String, String> headers) {

    /**
     * For the SDK and for tests of listeners.
     *
     * @param method of HTTP
     * @param httpStatus of the answer, if one came
     * @param failure why none came
     * @param duration how long it took
     * @param requestId by which the vendor finds it
     * @param headers of the answer; copied
     */
    public CallAttempt {
        headers = Map.copyOf(headers);
    }
}
