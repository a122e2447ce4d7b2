package dev.dealsdk.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by {@link Envelope} if a response has a success status, but its JSON reports a failure. It never reaches a
 * caller: the transport lets the vendor's {@link ErrorDecoder} decode the body and reports the failure.
 */
public final class RefusedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // Not serializable for certain, and read in the thread that throws it.
    private final transient Map<String, @Nullable Object> body;

    RefusedResponseException(Map<String, @Nullable Object> body) {
        super("the response says that the request failed", null, false, false);
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    /** {@return the body without its payload, with values as {@link JsonReader#value()} returns them} */
    public Map<String, @Nullable Object> body() {
        return body;
    }
}
