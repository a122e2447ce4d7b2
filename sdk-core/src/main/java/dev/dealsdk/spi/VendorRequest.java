package dev.dealsdk.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One HTTP request to a vendor, before address and credentials are added. Immutable.
 *
 * <p>The path is given as segments and each is encoded: an id never reaches another endpoint.
 */
public final class VendorRequest {
    private final String method;
    private final List<String> segments;
    private final List<Map.Entry<String, String>> query;
    private final List<Map.Entry<String, String>> headers;
    private final Optional<byte[]> body;
    private final Repeat repeat;
    private final boolean write;

    private VendorRequest(
            String method,
            List<String> segments,
            List<Map.Entry<String, String>> query,
            List<Map.Entry<String, String>> headers,
            Optional<byte[]> body,
            Repeat repeat,
            boolean write) {
        this.method = method;
        this.segments = segments;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.repeat = repeat;
        this.write = write;
    }

    /** A read. */
    public static VendorRequest get(String... segments) {
        return new VendorRequest("GET", path(segments), List.of(), List.of(), Optional.empty(), Repeat.FREELY, false);
    }

    /** A write that is not repeated once it may have been received, unless {@link #repeat} says otherwise. */
    public static VendorRequest post(String... segments) {
        return write("POST", Repeat.ONLY_IF_NOT_SENT, segments);
    }

    /** A set-style update. */
    public static VendorRequest patch(String... segments) {
        return write("PATCH", Repeat.FREELY, segments);
    }

    /** A set-style update. */
    public static VendorRequest put(String... segments) {
        return write("PUT", Repeat.FREELY, segments);
    }

    /** A delete; a 404 after an attempt whose answer was lost counts as success. */
    public static VendorRequest delete(String... segments) {
        return write("DELETE", Repeat.FREELY, segments);
    }

    private static VendorRequest write(String method, Repeat repeat, String... segments) {
        return new VendorRequest(method, path(segments), List.of(), List.of(), Optional.empty(), repeat, true);
    }

    private static List<String> path(String... segments) {
        for (String segment : segments) {
            // Control characters have no place in a URL.
            if (segment.isEmpty() || isDotSegment(segment) || segment.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a path segment is empty, a dot segment, or holds a control character");
            }
        }
        return List.of(segments);
    }

    /**
     * Whether a text would name another directory in a path, as {@code .} and {@code ..} do even when they are encoded.
     *
     * @param segment a part of a path, decoded
     * @return whether it must not be one
     */
    public static boolean isDotSegment(String segment) {
        String decoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return decoded.equals(".") || decoded.equals("..");
    }

    /** The same request with one more query parameter. */
    public VendorRequest query(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, value));
        return new VendorRequest(method, segments, Collections.unmodifiableList(more), headers, body, repeat, write);
    }

    /** The same request with one more query parameter, if there is a value. */
    public VendorRequest query(String name, Optional<String> value) {
        return value.isPresent() ? query(name, value.get()) : this;
    }

    /** The same request with one more header; for what the vendor documents, such as an idempotency key. */
    public VendorRequest header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new VendorRequest(method, segments, query, Collections.unmodifiableList(more), body, repeat, write);
    }

    /** The same request with a JSON object as its body. */
    public VendorRequest json(Consumer<JsonWriter> fields) {
        return new VendorRequest(
                method, segments, query, headers, Optional.of(JsonWriter.object(fields)), repeat, write);
    }

    /** The same request under another rule of repetition. */
    public VendorRequest repeat(Repeat rule) {
        return new VendorRequest(method, segments, query, headers, body, rule, write);
    }

    /** The same request, declared to change nothing: a search by POST. */
    public VendorRequest asRead() {
        return new VendorRequest(method, segments, query, headers, body, Repeat.FREELY, false);
    }

    /** Upper case. */
    public String method() {
        return method;
    }

    /** The path, decoded, segment by segment. */
    public List<String> segments() {
        return segments;
    }

    /** The query parameters in the order they were added. */
    public List<Map.Entry<String, String>> query() {
        return query;
    }

    /** The headers beyond those that the transport sets. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** UTF-8 encoded JSON. */
    public Optional<byte[]> body() {
        return body.map(byte[]::clone);
    }

    public Repeat repeat() {
        return repeat;
    }

    /** Whether the request may change something at the vendor. */
    public boolean isWrite() {
        return write;
    }
}
