package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OAuth client credentials. */
class Play2SellOAuthTest extends OnSimulator {
    private static final NewDeal PLAIN =
            NewDeal.builder().name("Plain").value(DealValue.of("1")).build();

    private DealsClient connectByOAuth(String secret) {
        return DealsClient.connect(config(Map.of(
                "deals.provider", "play2sell",
                "deals.base-url", simulator.url(),
                "deals.oauth.token-url", simulator.tokenUrl(),
                "deals.oauth.client-id", simulator.clientId(),
                "deals.oauth.client-secret", secret)));
    }

    @Test
    void firstCall_exchangesTheCredentialsOnce() {
        try (DealsClient client = connectByOAuth(simulator.clientSecret())) {
            client.stages();
            client.get(TECH_CORP);
        }

        assertThat(sent()).containsExactly("POST /oauth/token", "GET /v1/stages", "GET /v1/deals/" + TECH_CORP);
        assertThat(Fixtures.tree(simulator.journal().get(0).body()))
                .isEqualTo(Fixtures.tree("""
                {"grant_type": "client_credentials", "client_id": "%s", "client_secret": "%s",
                 "audience": "https://api.play2sell.com"}
                """.formatted(simulator.clientId(), simulator.clientSecret())));
        assertThat(simulator.journal().get(0).header("Authorization")).isEmpty();
        assertThat(lastSent().header("Authorization")).contains("Bearer test-access-token-1");
    }

    @Test
    void expiredToken_isRenewedAndTheWriteSentAgainOnce() {
        try (DealsClient client = connectByOAuth(simulator.clientSecret())) {
            client.stages();
            simulator.expireIssuedTokens();
            simulator.clearJournal();

            client.create(PLAIN);
        }

        assertThat(sent()).containsExactly("POST /v1/deals", "POST /oauth/token", "POST /v1/deals");
        assertThat(simulator.journal().get(0).status()).isEqualTo(401);
        assertThat(lastSent().header("Authorization")).contains("Bearer test-access-token-2");
        assertThat(simulator.deals()).hasSize(3);
        assertThat(simulator.tokenRequests()).isEqualTo(2);
    }

    @Test
    void freshTokenRefusedToo_isAnAuthenticationFailure() {
        simulator.inject(Fault.status(401).on("POST", "/v1/deals").always());
        try (DealsClient client = connectByOAuth(simulator.clientSecret())) {
            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> client.create(PLAIN));

            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failure.httpStatus()).contains(401);
        }

        assertThat(sent())
                .containsExactly("POST /oauth/token", "POST /v1/deals", "POST /oauth/token", "POST /v1/deals");
    }

    @Test
    void wrongSecret_failsBeforeTheCallIsSent() {
        String secret = "a-secret-that-nobody-knows";
        try (DealsClient client = connectByOAuth(secret)) {
            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> client.create(PLAIN));

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure)
                    .hasMessageContaining("deals.oauth.client-secret")
                    .hasMessageNotContaining(secret);
        }

        assertThat(sent()).containsExactly("POST /oauth/token");
    }
}
