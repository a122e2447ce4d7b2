package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StardexRefusalTest extends StardexTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    name                       | {}
                    name                       | {"name":""}
                    name                       | {"name":null}
                    client_id                  | {"name":"n","client_id":"acme"}
                    client_linkedin_url        | {"name":"n","client_linkedin_url":"acme"}
                    amount                     | {"name":"n","amount":"1"}
                    currency_code              | {"name":"n","currency_code":"US"}
                    compensation               | {"name":"n","compensation":-0.01}
                    pricing_rate               | {"name":"n","pricing_rate":100.1}
                    win_probability            | {"name":"n","win_probability":101}
                    deal_status_id             | {"name":"n","deal_status_id":"Won"}
                    deal_status_id             | {"name":"n","deal_status_id":"11111111-2222-3333-4444-555555555555"}
                    closed_date                | {"name":"n","closed_date":"2026-02-30"}
                    closed_date                | {"name":"n","closed_date":null}
                    job_ids                    | {"name":"n","job_ids":["x"]}
                    job_ids                    | {"name":"n","job_id":"11111111-2222-3333-4444-555555555555","job_ids":[]}
                    owner_ids                  | {"name":"n","owner_ids":"me"}
                    custom_fields              | {"name":"n","custom_fields":{}}
                    custom_fields[0].attribute_id | {"name":"n","custom_fields":[{"value":"x"}]}
                    custom_fields[0].attribute_id | {"name":"n","custom_fields":[{"attribute_id":"11111111-2222-3333-4444-555555555555"}]}
                    custom_fields[0].value     | {"name":"n","custom_fields":[{"attribute_id":"c3d4e5f6-a7b8-9012-cdef-123456789012","value":7}]}
                    """)
    void create_badField_isNamedAndNothingCreated(String field, String body) throws Exception {
        Reply reply = caller.post("/v1/deals", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json()).containsEntry("success", false);
        assertThat(reply.error()).containsEntry("code", "VALIDATION_ERROR");
        assertThat(reply.error().get("message")).asString().startsWith(field + " ");
        assertThat(simulator.deals()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"owner_ids\":[]}", "{\"client_linkedin_url\":\"https://x.test\"}", "{\"amount\":null}"})
    void update_undocumentedChange_isRefused(String body) throws Exception {
        assertThat(caller.patch("/v1/deals/" + ACME, body).status()).isEqualTo(400);
        assertThat(simulator.contractViolations()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    a1b2c3d4-e5f6-7890-abcd-ef1234567890 | "value":"Principal"
                    a1b2c3d4-e5f6-7890-abcd-ef1234567890 | "add_values":["Mid"]
                    b2c3d4e5-f6a7-8901-bcde-f12345678901 | "add_team_member_ids":["11111111-2222-3333-4444-555555555555"]
                    c3d4e5f6-a7b8-9012-cdef-123456789012 | "value":"seven"
                    d4e5f6a7-b8c9-0123-defa-234567890123 | "value":"2026-02-30"
                    a7b8c9d0-e1f2-3456-abcd-789012345678 | "value":"Jane Smith"
                    """)
    void customField_valueOfAnotherKind_isRefused(String attribute, String member) throws Exception {
        Reply reply = caller.patch(
                "/v1/deals/" + ACME, "{\"custom_fields\":[{\"attribute_id\":\"" + attribute + "\"," + member + "}]}");

        assertThat(reply.status()).isEqualTo(400);
        simulator.requireContract();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"name\":"})
    void create_bodyNotAnObject_isRefused(String body) throws Exception {
        assertThat(caller.post("/v1/deals", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/deals", "/v1/deals/" + ACME, "/v1/unknown"})
    void get_pathNotDocumented_isRespondedToAsAFrameworkDoes(String path) throws Exception {
        Reply reply = caller.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json())
                .isEqualTo(
                        Map.of("message", "Route GET:" + path + " not found", "error", "Not Found", "statusCode", 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void anyCall_withoutValidToken_isUnauthorized(String token) throws Exception {
        Reply reply = caller.withToken(token).get("/v1/deals/statuses");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error())
                .isEqualTo(Map.of("code", "INVALID_API_KEY", "message", "The provided API key is invalid or expired"));
    }

    @Test
    void write_withReadOnlyToken_isForbidden() throws Exception {
        Caller reader = caller.withToken(simulator.readOnlyToken());

        assertThat(reader.post("/v1/deals", "{\"name\":\"n\"}").status()).isEqualTo(403);
        assertThat(reader.post("/v1/deals/search", "{}").status()).isEqualTo(200);
        assertThat(simulator.deals()).hasSize(2);
    }

    @Test
    void everyResponse_tellsTheQuota() throws Exception {
        caller.get("/v1/deals/statuses");
        Reply reply = caller.post("/v1/deals", "{}");

        assertThat(header(reply, "X-RateLimit-Limit")).isEqualTo("60");
        assertThat(header(reply, "X-RateLimit-Remaining")).isEqualTo("58");
        assertThat(header(reply, "X-RateLimit-Reset")).isEqualTo(Long.toString(NOON.getEpochSecond() + 60));
        assertThat(header(caller.get("/v1/unknown"), "X-RateLimit-Limit")).isEqualTo("60");
    }

    @Test
    void quota_enforced_refusesTheSixtyFirst() throws Exception {
        simulator.enforceRateLimit(true);
        for (int i = 0; i < 60; i++) {
            assertThat(caller.get("/v1/deals/statuses").status()).isEqualTo(200);
        }

        Reply reply = caller.get("/v1/deals/statuses");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.error())
                .containsEntry("retry_after_seconds", 60)
                .containsEntry("limit", 60)
                .containsEntry("code", "RATE_LIMIT_EXCEEDED");
        assertThat(header(reply, "Retry-After")).isEqualTo("60");
        simulator.requireContract();
    }

    private static String header(Reply reply, String name) {
        return reply.headers()
                .getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
                .get(0);
    }
}
