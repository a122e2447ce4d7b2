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

    /** {@return the vendor's own error code; empty when the body holds none} */
    Optional<String> code();

    /** {@return what is wrong, in the vendor's words; empty when the body holds no sentence} */
    Optional<String> message();

    /** {@return the id under which the vendor's support finds the request; empty when the body holds none} */
    Optional<String> requestId();

    /** {@return what is wrong with which field, as the vendor names it; empty when the body names none} */
    List<FieldError> fieldErrors();

    /**
     * {@return whether the body has the form in which the vendor documents its errors; false by default} What has another form
     * may come from something in between, such as a gateway, and says nothing of a deal.
     */
    @Value.Default
    default boolean documented() {
        return false;
    }

    /** {@return what the response means when its status alone would mislead; empty for all others} */
    Optional<Kind> kind();

    /** {@return the wait the vendor names in the body, not negative; empty when it names none} */
    Optional<Duration> retryAfter();

    /** A meaning that is not the usual one of the status. */
    enum Kind {
        /** The credentials are missing or not accepted. */
        AUTHENTICATION,
        /** The quota is spent, although the status is not 429. */
        RATE_LIMITED,
        /** A 404 that speaks of the address and not of the deal. */
        NO_SUCH_ENDPOINT,
        /** The vendor itself failed: what became of the request is as uncertain as after a 500. */
        SERVER_FAILURE
    }

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorError}; not thread-safe. */
    final class Builder extends ImmutableVendorError.Builder {
        Builder() {}
    }
}
