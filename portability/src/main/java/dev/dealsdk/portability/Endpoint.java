package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of the two configurations that are compared.
 *
 * @param capabilities what its provider can do under it
 */
record Endpoint(DealsConfig config, Capabilities capabilities) {

    /** What tells one account from another, as far as a configuration does. */
    private record Account(
            Optional<URI> baseUrl, Optional<String> token, Optional<Path> tokenFile, Optional<String> oauthClientId) {
        boolean hasCredentials() {
            return token.isPresent() || tokenFile.isPresent() || oauthClientId.isPresent();
        }
    }

    String provider() {
        return capabilities.provider();
    }

    /** Whether ids and names mean the same there. Without credentials an account is known by its configuration alone. */
    boolean isAccountOf(Endpoint other) {
        return provider().equals(other.provider())
                && account().equals(other.account())
                && (account().hasCredentials() || config.describe().equals(other.config.describe()));
    }

    private Account account() {
        return new Account(config.baseUrl(), config.token(), config.tokenFile(), config.oauthClientId());
    }
}
