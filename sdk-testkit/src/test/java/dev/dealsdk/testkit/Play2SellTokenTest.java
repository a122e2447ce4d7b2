package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Play2SellTokenTest extends Play2SellTest {

    @Test
    void token_rightCredentials_isIssuedAndAccepted() throws Exception {
        Reply reply = request(caller, simulator.clientSecret());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).containsEntry("token_type", "Bearer").containsEntry("expires_in", 86_400);
        assertThat(caller.withToken(issued(reply)).get("/v1/stages").status()).isEqualTo(200);
        assertThat(simulator.tokenRequests()).isEqualTo(1);
        simulator.requireContract();
    }

    @Test
    void token_wrongSecret_isUnauthorized() throws Exception {
        assertThat(request(caller, "guess").status()).isEqualTo(401);
        assertThat(simulator.tokenRequests()).isEqualTo(1);
    }

    @Test
    void token_expiredAtWill_isRefusedWhileTheNextIsAccepted() throws Exception {
        String first = issued(request(caller, simulator.clientSecret()));

        simulator.expireIssuedTokens();

        assertThat(caller.withToken(first).get("/v1/stages").status()).isEqualTo(401);
        String second = issued(request(caller, simulator.clientSecret()));
        assertThat(second).isNotEqualTo(first);
        assertThat(caller.withToken(second).get("/v1/stages").status()).isEqualTo(200);
        assertThat(caller.get("/v1/stages").status()).isEqualTo(200);
    }

    @Test
    void token_afterItsLifetime_isRefused() throws Exception {
        SettableClock clock = new SettableClock();
        try (Play2SellSimulator aging = Play2SellSimulator.start(0, clock)) {
            Caller agingCaller = Caller.of(aging);
            String token = issued(request(agingCaller, aging.clientSecret()));

            clock.now = NOON.plus(Duration.ofDays(1));

            assertThat(agingCaller.withToken(token).get("/v1/stages").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    audience      | {"client_id":"a","client_secret":"b","grant_type":"client_credentials"}
                    audience      | {"client_id":"a","client_secret":"b","grant_type":"client_credentials","audience":"x"}
                    grant_type    | {"client_id":"a","client_secret":"b","grant_type":"password","audience":"https://api.play2sell.com"}
                    client_secret | {"client_id":"a","client_secret":1,"grant_type":"client_credentials","audience":"https://api.play2sell.com"}
                    """)
    void token_badField_isNamed(String field, String body) throws Exception {
        Reply reply = caller.post("/oauth/token", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.invalidFields()).containsExactly(field);
    }

    private Reply request(Caller from, String secret) throws Exception {
        return from.withToken("").post("/oauth/token", """
                        {"client_id":"%s","client_secret":"%s","audience":"https://api.play2sell.com",
                         "grant_type":"client_credentials"}
                        """.formatted(simulator.clientId(), secret));
    }

    private static String issued(Reply reply) {
        return String.valueOf(reply.json().get("access_token"));
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
