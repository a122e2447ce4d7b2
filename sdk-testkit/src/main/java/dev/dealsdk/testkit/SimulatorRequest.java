package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as a simulator received it.
 *
 * @param method in upper case
 * @param path as sent, still percent-encoded, without the query
 * @param query decoded, in the order sent
 * @param headers looked up without regard to case; repeated headers are joined by a comma
 * @param body empty when none was sent
 */
public record SimulatorRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    /**
     * Looks up a query parameter.
     *
     * @param name as sent
     * @return its first value, decoded; empty text where it was sent without {@code =}
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    /**
     * Looks up a header.
     *
     * @param name in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** {@return the token of a bearer {@code Authorization} header} */
    public Optional<String> bearerToken() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7));
    }

    /**
     * Reads the body as a JSON object.
     *
     * @return JDK values, numbers with all their digits; empty when the body is not one JSON object or names a member twice
     */
    public Optional<Map<String, @Nullable Object>> json() {
        return Json.object(body);
    }
}
