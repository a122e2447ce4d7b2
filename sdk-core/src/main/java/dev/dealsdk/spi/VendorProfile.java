package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** The properties of a vendor's API that the transport requires. */
@Value.Immutable
@WireStyle
public interface VendorProfile {

    /** {@return the id of the provider, for messages} */
    String provider();

    /** {@return scheme, host and an optional prefix, without the version path; {@code deals.base-url} overrides it} */
    String baseUrl();

    /** {@return the decoder of the vendor's error bodies; must be safe for use by multiple threads} */
    ErrorDecoder errors();

    /** {@return how to obtain tokens; empty if the vendor documents no OAuth client credentials} */
    Optional<OAuthProfile> oauth();

    /**
     * {@return the rate limit that the vendor documents, in the format of {@code deals.rate-limit}, such as {@code
     * 10/1s,60/1m}; empty if the vendor documents none} The configuration overrides it.
     */
    Optional<String> rateLimit();

    /** {@return a builder in which nothing is set; provider, base URL and errors are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VendorProfile}; not thread-safe. */
    final class Builder extends ImmutableVendorProfile.Builder {
        Builder() {}
    }
}
