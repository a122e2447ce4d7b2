package dev.dealsdk.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;

/**
 * A request as it left the client.
 *
 * @param segments the path, decoded, segment by segment
 * @param query decoded
 * @param body JSON; missing where there is none
 */
record SentRequest(
        String method,
        List<String> segments,
        Map<String, String> query,
        Map<String, List<String>> headers,
        JsonNode body) {

    static SentRequest of(Request request) {
        HttpUrl url = request.url();
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : url.queryParameterNames()) {
            query.put(name, String.join(",", url.queryParameterValues(name)));
        }
        return new SentRequest(
                request.method(),
                List.copyOf(url.pathSegments()),
                query,
                request.headers().toMultimap(),
                Json.tree(bodyOf(request)));
    }

    private static String bodyOf(Request request) {
        if (request.body() == null) {
            return "";
        }
        try (Buffer buffer = new Buffer()) {
            request.body().writeTo(buffer);
            return buffer.readUtf8();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a value stands anywhere in it: in the body, the query or the path; numbers compare as numbers. */
    boolean mentions(Object value) {
        return leaves().anyMatch(leaf -> matches(leaf, value));
    }

    /** Whether a member of the body or a query parameter is called so. */
    boolean names(String name) {
        return query.containsKey(name) || names(body).anyMatch(name::equals);
    }

    boolean hasHeaderValue(String value) {
        return headers.values().stream().anyMatch(values -> values.contains(value));
    }

    /** Whether the body holds what could take a value away: null, nothing between brackets or quotes, or a flag. */
    boolean takesSomethingAway() {
        return nodes(body)
                .anyMatch(node -> node.isNull()
                        || (node.isContainerNode() && node.isEmpty())
                        || (node.isTextual() && node.textValue().isEmpty())
                        || (node.isBoolean() && node.booleanValue()));
    }

    /** What endpoint it reaches, written with a placeholder for an id. */
    String endpoint(String id) {
        String path = segments.stream()
                .map(segment -> segment.equals(id) ? "{id}" : segment)
                .collect(Collectors.joining(" / "));
        return method + " " + path + (query.isEmpty() ? "" : " ? " + String.join(" & ", query.keySet()));
    }

    /** Everything that is asked for, without headers: equal for requests that ask the same. */
    String question() {
        return method + " " + segments + " " + query + " " + body;
    }

    private Stream<String> leaves() {
        Stream<String> values = nodes(body).filter(JsonNode::isValueNode).map(JsonNode::asText);
        return Stream.of(values, names(body), query.values().stream(), segments.stream())
                .flatMap(part -> part);
    }

    private static boolean matches(String leaf, Object value) {
        if (value instanceof BigDecimal number) {
            return number(leaf).filter(found -> found.compareTo(number) == 0).isPresent();
        }
        String text = String.valueOf(value);
        // A day may be sent as a moment.
        return leaf.equalsIgnoreCase(text) || leaf.startsWith(text + "T");
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(SentRequest::nodes));
    }

    private static Stream<String> names(JsonNode root) {
        List<String> names = new ArrayList<>();
        nodes(root).forEach(node -> node.fieldNames().forEachRemaining(names::add));
        return names.stream();
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", segments) + (query.isEmpty() ? "" : " " + query.keySet());
    }
}
