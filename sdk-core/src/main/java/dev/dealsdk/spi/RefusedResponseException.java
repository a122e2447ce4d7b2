package dev.dealsdk.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response with a status of success whose JSON says that the request failed. Thrown by {@link Envelope} while a response is
 * read; never reaches a caller: the transport has the vendor's {@link ErrorDecoder} read the body, and reports a refusal.
 */
public final class RefusedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // Not serializable for certain, and read in the thread that throws it.
    private final transient Map<String, @Nullable Object> body;

    RefusedResponseException(Map<String, @Nullable Object> body) {
        super("the response says that the request failed", null, false, false);
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    /** {@return the body without what was expected in it, with values as of {@link JsonReader#value()}} */
    public Map<String, @Nullable Object> body() {
        return body;
    }
}
