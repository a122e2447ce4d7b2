package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/** What the transport has to know of a vendor. */
@Value.Immutable
@WireStyle
public interface VendorProfile {

    /** The id of the provider, for messages. */
    String provider();

    /** Scheme, host and an optional prefix, without the version path; {@code deals.base-url} overrides it. */
    String baseUrl();

    ErrorDecoder errors();

    /** Present where the vendor documents OAuth client credentials. */
    Optional<OAuthProfile> oauth();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorProfile}; not thread-safe. */
    final class Builder extends ImmutableVendorProfile.Builder {
        Builder() {}
    }
}
