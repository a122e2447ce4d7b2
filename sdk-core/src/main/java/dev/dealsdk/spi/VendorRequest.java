package dev.dealsdk.spi;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One HTTP request to a vendor, before the base URL and credentials are added. Immutable.
 *
 * <p>The path consists of segments, each of which is encoded separately, so that an id cannot address another endpoint.
 */
public final class VendorRequest {
    private final String method;
    private final List<String> segments;
    private final List<Map.Entry<String, String>> query;
    private final List<Map.Entry<String, String>> headers;
    private final Optional<ByteBuffer> body;
    private final RetrySafety safety;
    private final boolean write;
    private final Optional<String> dealId;

    private VendorRequest(
            String method,
            List<String> segments,
            List<Map.Entry<String, String>> query,
            List<Map.Entry<String, String>> headers,
            Optional<ByteBuffer> body,
            RetrySafety safety,
            boolean write,
            Optional<String> dealId) {
        this.method = method;
        this.segments = segments;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.safety = safety;
        this.write = write;
        this.dealId = dealId;
    }

    /**
     * {@return a read with {@code GET}}
     *
     * @param segments the decoded segments of the path, starting with the version; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, is a dot segment, or contains a control character
     */
    public static VendorRequest get(String... segments) {
        return of("GET", RetrySafety.IDEMPOTENT, false, segments);
    }

    /**
     * {@return a write with {@code POST}, which is not retried once the vendor may have received it, unless {@link
     * #retry(RetrySafety)} changes that}
     *
     * @param segments the decoded segments of the path, starting with the version; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, is a dot segment, or contains a control character
     */
    public static VendorRequest post(String... segments) {
        return of("POST", RetrySafety.UNSAFE, true, segments);
    }

    /**
     * {@return a set-style update with {@code PATCH}, which may be retried}
     *
     * @param segments the decoded segments of the path, starting with the version; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, is a dot segment, or contains a control character
     */
    public static VendorRequest patch(String... segments) {
        return of("PATCH", RetrySafety.IDEMPOTENT, true, segments);
    }

    /**
     * {@return a set-style update with {@code PUT}, which may be retried}
     *
     * @param segments the decoded segments of the path, starting with the version; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, is a dot segment, or contains a control character
     */
    public static VendorRequest put(String... segments) {
        return of("PUT", RetrySafety.IDEMPOTENT, true, segments);
    }

    /**
     * {@return a delete, which may be retried; a 404 after an attempt whose response was lost counts as success}
     *
     * @param segments the decoded segments of the path, starting with the version; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, is a dot segment, or contains a control character
     */
    public static VendorRequest delete(String... segments) {
        return of("DELETE", RetrySafety.IDEMPOTENT, true, segments);
    }

    private static VendorRequest of(String method, RetrySafety safety, boolean write, String... segments) {
        return new VendorRequest(
                method, path(segments), List.of(), List.of(), Optional.empty(), safety, write, Optional.empty());
    }

    private static List<String> path(String... segments) {
        for (String segment : segments) {
            if (segment.isEmpty() || isDotSegment(segment) || holdsControl(segment)) {
                throw new IllegalArgumentException(
                        "a path segment is empty, a dot segment, or holds a control character");
            }
        }
        return List.of(segments);
    }

    /**
     * {@return true if a text is a dot segment, which would address another directory even if it were encoded}
     *
     * @param segment a decoded segment of a path
     */
    public static boolean isDotSegment(String segment) {
        String decoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return decoded.equals(".") || decoded.equals("..");
    }

    /**
     * {@return true if a text contains a control character, which is not allowed in a URL}
     *
     * @param segment a decoded segment of a path
     */
    public static boolean holdsControl(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (Character.isISOControl(segment.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return a copy of this request with another query parameter}
     *
     * @param name the decoded name
     * @param value the decoded value
     */
    public VendorRequest query(String name, String value) {
        return new VendorRequest(method, segments, joined(query, name, value), headers, body, safety, write, dealId);
    }

    /**
     * {@return a copy of this request with another query parameter, if there is a value}
     *
     * @param name the decoded name
     * @param value the decoded value; if empty, the parameter is left out
     */
    public VendorRequest query(String name, Optional<String> value) {
        return value.isPresent() ? query(name, value.get()) : this;
    }

    /**
     * {@return a copy of this request with another header, for headers that the vendor documents, such as an
     * idempotency key}
     *
     * @param name the name; not one of the headers that the transport sets, such as {@code Authorization}
     * @param value the value, in printable ASCII
     */
    public VendorRequest header(String name, String value) {
        return new VendorRequest(method, segments, query, joined(headers, name, value), body, safety, write, dealId);
    }

    private static List<Map.Entry<String, String>> joined(
            List<Map.Entry<String, String>> entries, String name, String value) {
        Map.Entry<String, String> entry = Map.entry(name, value);
        if (entries.isEmpty()) {
            return List.of(entry);
        }
        List<Map.Entry<String, String>> more = new ArrayList<>(entries);
        more.add(entry);
        return Collections.unmodifiableList(more);
    }

    /**
     * {@return a copy of this request with a JSON object as its body}
     *
     * @param fields writes the fields of the object; called exactly once, before this method returns
     */
    public VendorRequest json(Consumer<JsonWriter> fields) {
        return new VendorRequest(
                method, segments, query, headers, Optional.of(JsonWriter.buffer(fields)), safety, write, dealId);
    }

    /**
     * {@return a copy of this request with another retry rule}
     *
     * @param rule whether the request may be retried after a failure
     */
    public VendorRequest retry(RetrySafety rule) {
        return new VendorRequest(method, segments, query, headers, body, rule, write, dealId);
    }

    /**
     * {@return a copy of this request that is bound to a deal} Failures then name the deal, a 404 means that there is
     * no such deal, and a response with another deal is malformed.
     *
     * @param id the id that the vendor assigned
     */
    public VendorRequest about(String id) {
        return new VendorRequest(method, segments, query, headers, body, safety, write, Optional.of(id));
    }

    /** {@return a copy of this request that is declared to change nothing, such as a search with {@code POST}} */
    public VendorRequest asRead() {
        return new VendorRequest(method, segments, query, headers, body, RetrySafety.IDEMPOTENT, false, dealId);
    }

    /** {@return the HTTP method in upper case} */
    public String method() {
        return method;
    }

    /** {@return the decoded segments of the path} */
    public List<String> segments() {
        return segments;
    }

    /** {@return the decoded query parameters in the order in which they were added; a name may occur more than once} */
    public List<Map.Entry<String, String>> query() {
        return query;
    }

    /** {@return the headers in the order in which they were added, without those that the transport sets} */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** {@return a read-only view of the body, UTF-8 encoded JSON; empty if there is none} */
    public Optional<ByteBuffer> body() {
        return body.map(ByteBuffer::asReadOnlyBuffer);
    }

    /** {@return whether the request may be retried after a failure} */
    public RetrySafety safety() {
        return safety;
    }

    /**
     * {@return the id of the deal that the request is about; empty for requests without one, such as a listing or a
     * create}
     */
    public Optional<String> dealId() {
        return dealId;
    }

    /** {@return true if the request may change data at the vendor} */
    public boolean isWrite() {
        return write;
    }
}
