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
 * One HTTP request to a vendor, before address and credentials are added. Immutable.
 *
 * <p>The path is given as segments and each is encoded: an id never reaches another endpoint.
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
     * {@return a read by {@code GET}}
     *
     * @param segments of the path, decoded, the version first; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, a dot segment, or holds a control character
     */
    public static VendorRequest get(String... segments) {
        return of("GET", RetrySafety.IDEMPOTENT, false, segments);
    }

    /**
     * {@return a write by {@code POST} that is not sent again once it may have been received, unless {@link
     * #retry(RetrySafety)} says otherwise}
     *
     * @param segments of the path, decoded, the version first; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, a dot segment, or holds a control character
     */
    public static VendorRequest post(String... segments) {
        return of("POST", RetrySafety.UNSAFE, true, segments);
    }

    /**
     * {@return a set-style update by {@code PATCH}, which may be sent again}
     *
     * @param segments of the path, decoded, the version first; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, a dot segment, or holds a control character
     */
    public static VendorRequest patch(String... segments) {
        return of("PATCH", RetrySafety.IDEMPOTENT, true, segments);
    }

    /**
     * {@return a set-style update by {@code PUT}, which may be sent again}
     *
     * @param segments of the path, decoded, the version first; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, a dot segment, or holds a control character
     */
    public static VendorRequest put(String... segments) {
        return of("PUT", RetrySafety.IDEMPOTENT, true, segments);
    }

    /**
     * {@return a delete, which may be sent again; a 404 after an attempt whose response was lost counts as success}
     *
     * @param segments of the path, decoded, the version first; each is encoded as a whole
     * @throws IllegalArgumentException if a segment is empty, a dot segment, or holds a control character
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
     * Whether a text would name another directory in a path, as {@code .} and {@code ..} do even when they are encoded.
     *
     * @param segment a part of a path, decoded
     * @return whether it must not be one
     */
    public static boolean isDotSegment(String segment) {
        String decoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return decoded.equals(".") || decoded.equals("..");
    }

    /**
     * Whether a text holds a control character, which has no place in a URL.
     *
     * @param segment a part of a path, decoded
     * @return whether it must not be one
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
     * {@return the same request with one more query parameter}
     *
     * @param name decoded
     * @param value decoded
     */
    public VendorRequest query(String name, String value) {
        return new VendorRequest(method, segments, joined(query, name, value), headers, body, safety, write, dealId);
    }

    /**
     * {@return the same request with one more query parameter, if there is a value}
     *
     * @param name decoded
     * @param value decoded; empty leaves the parameter out
     */
    public VendorRequest query(String name, Optional<String> value) {
        return value.isPresent() ? query(name, value.get()) : this;
    }

    /**
     * {@return the same request with one more header; for what the vendor documents, such as an idempotency key}
     *
     * @param name none of those that the transport sets, such as {@code Authorization}
     * @param value in printable ASCII
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
     * {@return the same request with a JSON object as its body}
     *
     * @param fields writes the fields of the object; called at once, and once
     */
    public VendorRequest json(Consumer<JsonWriter> fields) {
        return new VendorRequest(
                method, segments, query, headers, Optional.of(JsonWriter.buffer(fields)), safety, write, dealId);
    }

    /**
     * {@return the same request under another retry rule}
     *
     * @param rule whether it may be sent again after a failure
     */
    public VendorRequest retry(RetrySafety rule) {
        return new VendorRequest(method, segments, query, headers, body, rule, write, dealId);
    }

    /**
     * {@return the same request, bound to a deal: failures name the deal, a 404 means that there is no such deal, and a
     * response that is about another deal is malformed}
     *
     * @param id as the vendor assigned it
     */
    public VendorRequest about(String id) {
        return new VendorRequest(method, segments, query, headers, body, safety, write, Optional.of(id));
    }

    /** {@return the same request, declared to change nothing: a search by {@code POST}} */
    public VendorRequest asRead() {
        return new VendorRequest(method, segments, query, headers, body, RetrySafety.IDEMPOTENT, false, dealId);
    }

    /** {@return the HTTP method in upper case} */
    public String method() {
        return method;
    }

    /** {@return the path, decoded, segment by segment} */
    public List<String> segments() {
        return segments;
    }

    /** {@return the query parameters, decoded, in the order they were added; a name may come twice} */
    public List<Map.Entry<String, String>> query() {
        return query;
    }

    /** {@return the headers beyond those that the transport sets, in the order they were added} */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** {@return a read-only view of the body, UTF-8 encoded JSON; empty when there is none} */
    public Optional<ByteBuffer> body() {
        return body.map(ByteBuffer::asReadOnlyBuffer);
    }

    /** {@return whether it may be sent again after a failure} */
    public RetrySafety safety() {
        return safety;
    }

    /** {@return the deal that the request is about; empty for requests about none, such as a listing or a create} */
    public Optional<String> dealId() {
        return dealId;
    }

    /** {@return whether the request may change something at the vendor} */
    public boolean isWrite() {
        return write;
    }
}
