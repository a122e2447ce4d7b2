package dev.dealsdk.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One request as the server read it.
 *
 * @param path as sent, still percent-encoded, without the query
 * @param query decoded, in the order sent
 * @param headers looked up without regard to case; repeated headers are joined by a comma
 * @param body empty when none was sent
 */
record Request(String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    static Request of(RecordedRequest recorded) {
        // The URL object resolves dot segments; only the request line shows what was really sent.
        String path = recorded.getTarget().split("\\?", 2)[0];
        ByteString body = recorded.getBody();
        return new Request(
                recorded.getMethod(),
                path,
                query(recorded.getUrl()),
                headers(recorded.getHeaders()),
                body == null ? "" : body.utf8());
    }

    /** The first value of a query parameter; a parameter without {@code =} counts as empty text. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The token of a bearer {@code Authorization} header. */
    Optional<String> bearerToken() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7));
    }

    private static Map<String, List<String>> query(HttpUrl url) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < url.querySize(); i++) {
            @Nullable String value = url.queryParameterValue(i);
            if (value == null && url.queryParameterName(i).isEmpty()) {
                continue; // A question mark at the end names no parameter.
            }
            query.computeIfAbsent(url.queryParameterName(i), name -> new ArrayList<>())
                    .add(value == null ? "" : value);
        }
        query.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(query);
    }

    private static Map<String, String> headers(Headers sent) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < sent.size(); i++) {
            headers.merge(sent.name(i), sent.value(i), (one, two) -> one + ", " + two);
        }
        return Collections.unmodifiableMap(headers);
    }
}
