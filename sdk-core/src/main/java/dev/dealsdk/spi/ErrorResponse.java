package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** An answer with a status that means failure. */
@Value.Immutable
@WireStyle
public interface ErrorResponse {

    /** {@return the HTTP status} */
    int status();

    /**
     * {@return the body as JDK types, as of {@link JsonReader#value()}; empty when there is none, or it is no JSON, or
     * cut}
     */
    Optional<Object> json();

    /** {@return a builder with nothing set; the status is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link ErrorResponse}; not thread-safe. */
    final class Builder extends ImmutableErrorResponse.Builder {
        Builder() {}
    }
}
