package dev.dealsdk.testkit.internal.stora;

import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one Stora account with the scopes each was given. Thread-safe.
 *
 * <p>The token that never expires has every scope the documents name.
 */
public final class StoraAccess {
    public static final String CLIENT_ID = "test-client-stora";
    public static final String CLIENT_SECRET = "test-secret-stora";
    static final Duration LIFETIME = Duration.ofHours(2);

    private final Tokens tokens;
    private final Set<String> scopes;
    private final Map<String, Set<String>> granted = new ConcurrentHashMap<>();

    /** Reads the scopes from the contract document. */
    public StoraAccess(OpenApiDocument document, Clock clock) {
        this.tokens = new Tokens("test-token-stora", LIFETIME, clock);
        Set<String> names = new LinkedHashSet<>();
        document.at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes")
                .fieldNames()
                .forEachRemaining(names::add);
        this.scopes = Collections.unmodifiableSet(names);
        granted.put(tokens.permanent(), scopes);
    }

    public Tokens tokens() {
        return tokens;
    }

    boolean isClient(@Nullable Object id, @Nullable Object secret) {
        return CLIENT_ID.equals(id) && CLIENT_SECRET.equals(secret);
    }

    public boolean knows(Set<String> wanted) {
        return scopes.containsAll(wanted);
    }

    public String issue(Set<String> wanted) {
        String token = tokens.issue();
        granted.put(token, Set.copyOf(wanted));
        return token;
    }

    /** Whether the request carries a token that is accepted, whatever its scopes. */
    boolean admits(SimulatorRequest request) {
        return request.bearerToken().filter(tokens::accepts).isPresent();
    }

    boolean allows(SimulatorRequest request, String scope) {
        return request.bearerToken()
                .map(token -> granted.getOrDefault(token, Set.of()).contains(scope))
                .orElse(false);
    }
}
