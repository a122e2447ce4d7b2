package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response of a simulator to one request. Immutable; every method returns a changed copy.
 *
 * @param status from 200 to 599
 * @param headers one value for each name; names are case-insensitive, and the length is added when the response is sent
 * @param body the body; empty if the response has none, which a 204 requires
 * @param applied true if the request changed the vendor's data, as the journal reports it
 */
public record SimulatorResponse(int status, Map<String, String> headers, Optional<String> body, boolean applied) {

    public static final String JSON = "application/json";

    /** Copies the headers. */
    public SimulatorResponse {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * Creates a response with a JSON body of type {@code application/json}.
     *
     * @param status from 200 to 599
     * @param body JDK values; numbers keep their digits
     * @return a response to a request that changed nothing; see {@link #afterWrite}
     * @throws IllegalArgumentException if the body is not a JSON value
     */
    public static SimulatorResponse json(int status, @Nullable Object body) {
        return new SimulatorResponse(status, Map.of("Content-Type", JSON), Optional.of(Json.text(body)), false);
    }

    /**
     * Creates a response without headers and body.
     *
     * @param status from 200 to 599
     * @return a response to a request that changed nothing; see {@link #afterWrite}
     */
    public static SimulatorResponse empty(int status) {
        return new SimulatorResponse(status, Map.of(), Optional.empty(), false);
    }

    /** {@return a copy that is the response to a write which took effect} */
    public SimulatorResponse afterWrite() {
        return new SimulatorResponse(status, headers, body, true);
    }

    /**
     * Replaces the body.
     *
     * @param text the body, sent unchanged in UTF-8
     * @return a changed copy with the same headers
     */
    public SimulatorResponse withBody(String text) {
        return new SimulatorResponse(status, headers, Optional.of(text), applied);
    }

    /**
     * Sets a header, replacing an earlier value of the same name.
     *
     * @param name the name, in any case
     * @param value the value, sent unchanged
     * @return a changed copy
     */
    public SimulatorResponse withHeader(String name, String value) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new SimulatorResponse(status, changed, body, applied);
    }
}
