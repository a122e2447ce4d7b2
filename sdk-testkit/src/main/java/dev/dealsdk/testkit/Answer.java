package dev.dealsdk.testkit;

import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator answers.
 *
 * @param body empty when the answer has none, as a 204 must
 * @param applied whether the request changed the vendor's data
 */
record Answer(int status, Map<String, String> headers, Optional<String> body, boolean applied) {

    static final String JSON = "application/json";

    static Answer json(int status, @Nullable Object body) {
        return new Answer(status, Map.of("Content-Type", JSON), Optional.of(Json.text(body)), false);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty(), false);
    }

    /** The same answer, given to a write that took effect. */
    Answer afterWrite() {
        return new Answer(status, headers, body, true);
    }

    Answer withBody(String text) {
        return new Answer(status, headers, Optional.of(text), applied);
    }

    MockResponse.Builder toResponse() {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        body.ifPresent(response::body);
        headers.forEach(response::setHeader);
        if (status == 204) {
            // The server adds a length of zero to every bodiless answer; a 204 must not have one.
            response.removeHeader("Content-Length");
        }
        return response;
    }
}
