package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as a simulator received it.
 *
 * @param method the method in upper case
 * @param path the path as sent, percent-encoded, without the query
 * @param query the decoded parameters in the order in which they were sent
 * @param headers the headers; names are case-insensitive, and repeated headers are joined with a comma
 * @param body the body; empty if none was sent
 */
public record SimulatorRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    /**
     * Returns the value of a query parameter.
     *
     * @param name the name as sent
     * @return the first value, decoded; an empty text if the parameter was sent without {@code =}
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    /**
     * Returns the value of a header.
     *
     * @param name the name, in any case
     * @return the value
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
     * Parses the body as a JSON object.
     *
     * @return JDK values, numbers with all their digits; empty if the body is not a single JSON object or contains a
     *     member twice
     */
    public Optional<Map<String, @Nullable Object>> json() {
        return Json.object(body);
    }
}
