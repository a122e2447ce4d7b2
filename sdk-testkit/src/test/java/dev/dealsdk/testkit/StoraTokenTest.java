package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dealsdk.testkit.Caller.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoraTokenTest extends StoraTest {
    private static final String READ = "public.deal:read";

    @Test
    void token_rightCredentials_isIssuedWithItsScopes() throws Exception {
        Reply reply = request(simulator.clientSecret(), READ + " public.deal_stage:read");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 7200)
                .containsEntry("created_at", (int) NOON.getEpochSecond())
                .containsEntry("scope", READ + " public.deal_stage:read");
        Caller issued = caller.withToken(String.valueOf(reply.json().get("access_token")));
        assertThat(issued.get(OPEN).status()).isEqualTo(200);
        assertThat(issued.get(DEALS + "/stages").status()).isEqualTo(200);
        assertThat(refusal(issued.patch(OPEN, "{}"))).isEqualTo("403 forbidden");
        assertThat(simulator.tokenRequests()).isEqualTo(1);
        simulator.requireContract();
    }

    @Test
    void token_wrongSecret_isUnauthorized() throws Exception {
        assertThat(refusal(request("guess", READ))).isEqualTo("401 invalid_token");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    /scope         | {"client_id":"a","client_secret":"b","grant_type":"client_credentials"}
                    /scope         | {"client_id":"a","client_secret":"b","grant_type":"client_credentials","scope":"all"}
                    /grant_type    | {"client_id":"a","client_secret":"b","grant_type":"password","scope":"public.deal:read"}
                    /client_secret | {"client_id":"a","client_secret":1,"grant_type":"client_credentials","scope":"public.deal:read"}
                    """)
    void token_badField_isNamed(String pointer, String body) throws Exception {
        assertThat(pointers(caller.post("/oauth2/token", body))).containsExactly(pointer);
    }

    @Test
    void token_expiredAtWill_isRefused() throws Exception {
        Caller issued = caller.withToken(simulator.issueToken(READ));
        assertThat(issued.get(OPEN).status()).isEqualTo(200);

        simulator.expireIssuedTokens();

        assertThat(issued.get(OPEN).status()).isEqualTo(401);
        assertThat(caller.get(OPEN).status()).isEqualTo(200);
    }

    @Test
    void expand_withoutTheScopeOfTheResource_isForbidden() throws Exception {
        Caller issued = caller.withToken(simulator.issueToken(READ));

        assertThat(refusal(issued.get(OPEN + "?expand=contact"))).isEqualTo("403 forbidden");
    }

    @Test
    void issueToken_unknownScope_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.issueToken("public.deal:delete"));
    }

    private Reply request(String secret, String scope) throws Exception {
        return caller.withToken("").post("/oauth2/token", """
                {"client_id":"%s","client_secret":"%s","grant_type":"client_credentials","scope":"%s"}
                """.formatted(simulator.clientId(), secret, scope));
    }
}
