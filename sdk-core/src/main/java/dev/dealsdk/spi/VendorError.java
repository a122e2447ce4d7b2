package dev.dealsdk.spi;

import dev.dealsdk.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The content of a vendor's error body. */
@Value.Immutable
@WireStyle
public interface VendorError {

    /** {@return the vendor's error code; empty if the body contains none} */
    Optional<String> code();

    /** {@return the description of the error in the vendor's words; empty if the body contains none} */
    Optional<String> message();

    /**
     * {@return the request id, by which the vendor's support team can find the request; empty if the body contains
     * none}
     */
    Optional<String> requestId();

    /** {@return the errors of single fields, under the vendor's names; empty if the body names none} */
    List<FieldError> fieldErrors();

    /**
     * {@return true if the body has the error format that the vendor documents; false by default} A body in another
     * format may come from an intermediary such as a gateway, and proves nothing about a deal.
     */
    @Value.Default
    default boolean documented() {
        return false;
    }

    /** {@return the meaning of the response, if it differs from the usual meaning of its status; otherwise empty} */
    Optional<Kind> kind();

    /** {@return the wait that the body requests, not negative; empty if it requests none} */
    Optional<Duration> retryAfter();

    /** A meaning of an error response that differs from the usual meaning of its status. */
    enum Kind {
        /** The credentials are missing or not accepted. */
        AUTHENTICATION,
        /** The rate limit is exceeded, although the status is not 429. */
        RATE_LIMITED,
        /** A 404 that refers to the URL and not to the deal. */
        NO_SUCH_ENDPOINT,
        /** The vendor itself failed. The effect of the request is as uncertain as after a 500. */
        SERVER_FAILURE
    }

    /** {@return a builder in which nothing is set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VendorError}; not thread-safe. */
    final class Builder extends ImmutableVendorError.Builder {
        Builder() {}
    }
}
