package dev.dealsdk.spi;

import dev.dealsdk.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a vendor's error body says. */
@Value.Immutable
@WireStyle
public interface VendorError {

    Optional<String> code();

    Optional<String> message();

    Optional<String> requestId();

    List<FieldError> fieldErrors();

    /** What the answer means when its status alone would mislead; empty for all others. */
    Optional<Kind> kind();

    /** The wait the vendor names in the body. */
    Optional<Duration> retryAfter();

    /** A meaning that is not the usual one of the status. */
    enum Kind {
        /** The credentials are missing or not accepted. */
        AUTHENTICATION,
        /** A 404 that speaks of the address and not of the deal. */
        NO_SUCH_ENDPOINT,
        /** The vendor itself failed: what became of the request is as uncertain as after a 500. */
        SERVER_FAILURE
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorError}; not thread-safe. */
    final class Builder extends ImmutableVendorError.Builder {
        Builder() {}
    }
}
