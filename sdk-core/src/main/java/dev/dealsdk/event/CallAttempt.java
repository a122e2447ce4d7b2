package dev.dealsdk.event;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request of a call and its result. Contains no body, no token and no part of the path.
 *
 * @param method the HTTP method, such as {@code POST}
 * @param httpStatus the HTTP status of the response; empty if no response arrived
 * @param failure why no response arrived, as one word such as {@code timeout} or {@code connection}; empty if a
 *     response arrived
 * @param duration the time from acquiring a connection to the last byte that was read
 * @param requestId the vendor's request id, from the error body or otherwise from a response header; empty if neither
 *     contains one
 * @param headers the response headers that help to find a request or to understand a quota, by their lower-case names
 */
public record CallAttempt(
        String method,
        Optional<Integer> httpStatus,
        Optional<String> failure,
        Duration duration,
        Optional<String> requestId,
        Map<String, String> headers) {

    /**
     * Creates an attempt. Intended for the SDK and for tests of listeners.
     *
     * @param method the HTTP method
     * @param httpStatus the HTTP status of the response, if one arrived
     * @param failure why no response arrived
     * @param duration how long the attempt took
     * @param requestId the vendor's request id
     * @param headers the response headers; copied
     */
    public CallAttempt {
        headers = Map.copyOf(headers);
    }
}
