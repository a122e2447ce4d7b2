package dev.dealsdk.spi;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where and how a vendor hands out access tokens for client credentials: {@code POST} of a JSON object with {@code
 * grant_type}, {@code client_id}, {@code client_secret}, and {@code audience} and {@code scope} where there are any.
 */
@Value.Immutable
@WireStyle
public interface OAuthProfile {

    /** {@return the vendor's own token endpoint, https; {@code deals.oauth.token-url} overrides it} */
    String tokenUrl();

    /** {@return what is sent unless {@code deals.oauth.audience} says otherwise; empty to send none} */
    Optional<String> audience();

    /**
     * {@return what is sent unless {@code deals.oauth.scope} says otherwise, separated by spaces; empty to send none}
     */
    Optional<String> scope();

    /** {@return a builder with nothing set; the token endpoint is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link OAuthProfile}; not thread-safe. */
    final class Builder extends ImmutableOAuthProfile.Builder {
        Builder() {}
    }
}
