package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * The endpoint and the parameters with which a vendor issues access tokens for client credentials. The SDK sends a
 * {@code POST} with a JSON object that contains {@code grant_type}, {@code client_id}, {@code client_secret} and, if
 * present, {@code audience} and {@code scope}.
 */
@Value.Immutable
@WireStyle
public interface OAuthProfile {

    /** {@return the vendor's token endpoint, an https URL; {@code deals.oauth.token-url} overrides it} */
    String tokenUrl();

    /** {@return the default of {@code deals.oauth.audience}; empty to send none} */
    Optional<String> audience();

    /** {@return the default of {@code deals.oauth.scope}, separated by spaces; empty to send none} */
    Optional<String> scope();

    /** {@return a builder in which nothing is set; the token endpoint is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link OAuthProfile}; not thread-safe. */
    final class Builder extends ImmutableOAuthProfile.Builder {
        Builder() {}
    }
}
