package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** A response with an error status. */
@Value.Immutable
@WireStyle
public interface ErrorResponse {

    /** {@return the HTTP status} */
    int status();

    /**
     * {@return the body as JDK types, as {@link JsonReader#value()} returns them; empty if there is no body, or if it
     * is not JSON or is truncated}
     */
    Optional<Object> json();

    /** {@return a builder in which nothing is set; the status is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ErrorResponse}; not thread-safe. */
    final class Builder extends ImmutableErrorResponse.Builder {
        Builder() {}
    }
}
