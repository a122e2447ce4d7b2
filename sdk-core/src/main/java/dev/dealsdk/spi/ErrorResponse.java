package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** An answer with a status that means failure. */
@Value.Immutable
@WireStyle
public interface ErrorResponse {

    int status();

    /** The body as JDK types; empty when it is no JSON, or cut. */
    Optional<Object> json();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link ErrorResponse}; not thread-safe. */
    final class Builder extends ImmutableErrorResponse.Builder {
        Builder() {}
    }
}
