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

    /** The vendor's own token endpoint; {@code deals.oauth.token-url} overrides it. */
    String tokenUrl();

    /** Sent unless {@code deals.oauth.audience} says otherwise. */
    Optional<String> audience();

    /** Sent unless {@code deals.oauth.scope} says otherwise. */
    Optional<String> scope();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link OAuthProfile}; not thread-safe. */
    final class Builder extends ImmutableOAuthProfile.Builder {
        Builder() {}
    }
}
