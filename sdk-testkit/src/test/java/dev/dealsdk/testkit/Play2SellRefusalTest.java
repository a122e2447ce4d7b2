package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Play2SellRefusalTest extends Play2SellTest {
    private static final String DEAL = "/v1/deals/" + Caller.TECH_CORP;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    name                | {"value":1}
                    value               | {"name":"n"}
                    name                | {"name":7,"value":1}
                    name                | {"name":null,"value":1}
                    value               | {"name":"n","value":"1"}
                    value               | {"name":"n","value":null}
                    stage_id            | {"name":"n","value":1,"stage_id":"first"}
                    stage_id            | {"name":"n","value":1,"stage_id":"11111111-2222-3333-4444-555555555555"}
                    owner_id            | {"name":"n","value":1,"owner_id":"me"}
                    lead_id             | {"name":"n","value":1,"lead_id":7}
                    expected_close_date | {"name":"n","value":1,"expected_close_date":"2026-02-30"}
                    expected_close_date | {"name":"n","value":1,"expected_close_date":"2026-05-01T00:00:00Z"}
                    priority            | {"name":"n","value":1,"priority":"urgent"}
                    custom_fields       | {"name":"n","value":1,"custom_fields":[]}
                    tags                | {"name":"n","value":1,"tags":["a",7]}
                    contact_email       | {"name":"n","value":1,"contact_email":{}}
                    """)
    void create_badField_isNamedAndNothingCreated(String field, String body) throws Exception {
        Reply reply = caller.post("/v1/deals", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).containsEntry("code", "VALIDATION_ERROR");
        assertThat(reply.invalidFields()).containsExactly(field);
        assertThat(reply.meta()).containsKeys("request_id", "timestamp");
        assertThat(simulator.deals()).hasSize(2);
    }

    @Test
    void create_severalBadFields_areAllNamed() throws Exception {
        assertThat(caller.post("/v1/deals", "{\"priority\":1}").invalidFields())
                .containsExactly("name", "value", "priority");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"company\":null}", "{\"stage_id\":\"x\"}", "{\"status\":\"won\"}", "{\"value\":\"1\"}"})
    void update_undocumentedChange_isRefused(String body) throws Exception {
        Reply reply = caller.patch(DEAL, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).containsEntry("code", "VALIDATION_ERROR");
        assertThat(caller.get(DEAL).deal()).containsEntry("updated_at", "2026-03-14T16:45:00Z");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    result      | {}
                    result      | {"result":"draw"}
                    final_value | {"result":"won","final_value":"1"}
                    loss_reason | {"result":"lost","loss_reason":null}
                    note        | {"result":"won","note":1}
                    """)
    void close_badField_isNamed(String field, String body) throws Exception {
        Reply reply = caller.post(DEAL + "/close", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.invalidFields()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "null", "{\"name\":", "{} {}", "{\"name\":\"a\",\"name\":\"b\",\"value\":1}"})
    void create_bodyNotOneJsonObject_isRefused(String body) throws Exception {
        Reply reply = caller.post("/v1/deals", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).containsEntry("code", "VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/leads", "/v1/deals/", "/v1/deals/x/y/z", "/v2/deals"})
    void anyCall_unknownPath_isNotFound(String path) throws Exception {
        assertThat(caller.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/stages", "/v1/deals", DEAL + "/move"})
    void anyCall_wrongMethod_isNotAllowed(String path) throws Exception {
        Reply reply = caller.delete(path);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.error()).containsEntry("code", "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void anyCall_withoutValidToken_isUnauthorized(String token) throws Exception {
        Reply reply = caller.withToken(token).delete(DEAL);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).containsEntry("code", "UNAUTHORIZED");
        assertThat(simulator.deals()).hasSize(2);
    }
}
