package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** What the transport has to know of a vendor. */
@Value.Immutable
@WireStyle
public interface VendorProfile {

    /** {@return the id of the provider, for messages} */
    String provider();

    /** {@return scheme, host and an optional prefix, without the version path; {@code deals.base-url} overrides it} */
    String baseUrl();

    /** {@return what reads the vendor's error bodies; used by many threads} */
    ErrorDecoder errors();

    /** {@return how tokens are had; empty where the vendor documents no OAuth client credentials} */
    Optional<OAuthProfile> oauth();

    /**
     * {@return the vendor's documented quota, written as {@code deals.rate-limit} is, such as {@code 10/1s,60/1m}; empty where
     * none is documented} The configuration overrides it.
     */
    Optional<String> rateLimit();

    /** {@return a builder with nothing set; provider, base URL and errors are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorProfile}; not thread-safe. */
    final class Builder extends ImmutableVendorProfile.Builder {
        Builder() {}
    }
}
