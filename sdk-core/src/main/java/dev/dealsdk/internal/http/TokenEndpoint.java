package dev.dealsdk.internal.http;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.auth.ClientCredentials.AccessToken;
import dev.dealsdk.internal.auth.Credentials;
import dev.dealsdk.internal.auth.FixedToken;
import dev.dealsdk.internal.auth.TokenUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.JsonRecord;
import dev.dealsdk.spi.UndecodableException;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a token endpoint for an access token for client credentials (RFC 6749, section 4.4, with a JSON body), with the retries
 * of any request that may be sent again.
 */
final class TokenEndpoint implements Supplier<AccessToken> {
    static final long MAX_RESPONSE_BYTES = 64 * 1024;

    /** The life of a token whose response names none: short, and a 401 renews it anyway. */
    private static final long DEFAULT_LIFE_SECONDS = 300;

    private static final String CHECK_CLIENT = "; check deals.oauth.client-id and deals.oauth.client-secret";

    private final String host;
    private final HttpExchange exchange;
    private final RetryPolicy policy;
    private final InFlightCalls inFlight;
    private final Duration timeout;
    private final Credentials secret;
    private final VendorRequest request;

    /**
     * An endpoint that has not been asked.
     *
     * @param host for messages
     * @param exchange sends to the endpoint, and reads its errors by {@link #error}
     * @param policy without a quota
     * @param timeout of all attempts together
     */
    TokenEndpoint(
            String host,
            HttpExchange exchange,
            RetryPolicy policy,
            InFlightCalls inFlight,
            Duration timeout,
            Client client) {
        this.host = host;
        this.exchange = exchange;
        this.policy = policy;
        this.inFlight = inFlight;
        this.timeout = timeout;
        this.secret = FixedToken.inBody(client.secret());
        this.request = VendorRequest.post()
                .asRead()
                .json(json -> json.value("grant_type", "client_credentials")
                        .value("client_id", client.id())
                        .value("client_secret", client.secret())
                        .string("audience", client.audience())
                        .string("scope", client.scope()));
    }

    /** What the vendor knows the client by. */
    record Client(String id, String secret, Optional<String> audience, Optional<String> scope) {
        @Override
        public String toString() {
            return "Client[id=" + id + ", secret=****]";
        }
    }

    @Override
    public AccessToken get() {
        ActiveCall call = new ActiveCall(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CallOptions.builder().build(),
                (stage, scope) -> stage,
                CallMonitors.UNHEARD,
                policy.nanoTime().getAsLong() + timeout.toNanos());
        try {
            return new RetryLoop<>(
                            exchange,
                            secret,
                            policy,
                            inFlight,
                            call,
                            request,
                            json -> Envelope.bare(json, TokenEndpoint::token),
                            null,
                            null)
                    .run();
        } catch (DealsException failed) {
            throw unavailable(failed);
        }
    }

    private TokenUnavailableException unavailable(DealsException failed) {
        int status = failed.httpStatus().orElse(0);
        String code = failed.vendorCode().orElse("");
        if (failed instanceof MalformedResponseException && status < 300) {
            String said = String.valueOf(failed.getMessage());
            // A web page is quoted; what else came may hold the token.
            return TokenUnavailableException.unavailable(
                    "the token endpoint " + host + " sent no usable token"
                            + (said.startsWith(ResponseReader.WEB_PAGE) ? ": " + said : ""),
                    0,
                    null);
        }
        if (failed instanceof MalformedResponseException
                || failed instanceof VendorUnavailableException
                || failed.outcome() != Outcome.REJECTED
                || status == 429) {
            return TokenUnavailableException.unavailable(
                    status > 0
                            ? "the token endpoint " + host + " failed: " + failed.getMessage()
                            : "the token endpoint " + host + " cannot be reached: " + failed.getMessage(),
                    status,
                    failed.getCause());
        }
        String check = switch (status) {
            case 404, 405 -> "; check deals.oauth.token-url";
            case 401 -> code.isEmpty() || code.equals("invalid_client") ? CHECK_CLIENT : "";
            default -> code.equals("invalid_client") ? CHECK_CLIENT : "";
        };
        return TokenUnavailableException.rejected(
                "the token endpoint " + host + " issues no token: " + failed.getMessage() + check, status);
    }

    /** An error response of RFC 6749, section 5.2. */
    static VendorError error(ErrorResponse response) {
        VendorError.Builder error = VendorError.builder();
        if (response.json().orElse(null) instanceof Map<?, ?> body) {
            if (body.get("error") instanceof String code) {
                error.code(code);
            }
            if (body.get("error_description") instanceof String description) {
                error.message(description);
            }
        }
        return error.build();
    }

    private static AccessToken token(JsonRecord json) {
        Optional<String> token = Optional.empty();
        Optional<Long> life = Optional.empty();
        while (json.next()) {
            switch (json.name()) {
                case "access_token" -> token = json.string();
                case "expires_in" -> life = json.longInteger();
                // An error, perhaps; token_type is Bearer in every document, and refresh tokens belong to other grants.
                default -> json.keep();
            }
        }
        String value = token.filter(TokenEndpoint::fitsHeader)
                .orElseThrow(() -> new UndecodableException("access_token is missing"));
        long seconds = life.filter(given -> given > 0).orElse(DEFAULT_LIFE_SECONDS);
        return new AccessToken(value, Duration.ofSeconds(seconds));
    }

    private static boolean fitsHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
