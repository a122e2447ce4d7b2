package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Play2SellContractTest extends Play2SellTest {
    private static final String ID = Caller.TECH_CORP;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    POST  | /v1/deals          | {"name":"n","value":1,"contactname":"x"}        | contactname
                    POST  | /v1/deals          | {"name":"n","value":"1"}                        | string found, number expected
                    POST  | /v1/deals          | {"value":1}                                     | required property 'name' not found
                    POST  | /v1/deals          | {"name":"n","value":1,"owner_id":"me"}          | /owner_id
                    POST  | /v1/deals          | {"name":"n","value":1,"priority":"urgent"}      | /priority
                    POST  | /v1/deals          | {"name":"n","value":1,"expected_close_date":"1"} | /expected_close_date
                    POST  | /v1/deals          | {"name":                                        | body is not JSON
                    PATCH | /v1/deals/{id}     | {"prioritty":"high"}                            | prioritty
                    PATCH | /v1/deals/{id}     | {"company":null}                                | /company null found
                    PATCH | /v1/deals/{id}     | {"stage_id":"990e8400-e29b-41d4-a716-446655440001"} | stage_id
                    PATCH | /v1/deals/{id}     | {}                                              | at least 1
                    PATCH | /v1/deals/{id}     | ''                                              | a body is required
                    POST  | /v1/deals/{id}/move  | {"stage":"x"}                                 | required property 'stage_id' not found
                    POST  | /v1/deals/{id}/close | {"result":"lost"}                             | required property 'loss_reason' not found
                    POST  | /v1/deals/{id}/close | {"result":"won","final_valu":1}               | final_valu
                    POST  | /v1/deals/{id}/close | {"result":"lost","loss_reason":"x","notes":""} | notes
                    GET   | /v1/deals?stage=1  | -                                               | query parameter stage is not in the contract
                    GET   | /v1/deals?page=x   | -                                               | query parameter page string found
                    GET   | /v1/deals?per_page=101 | -                                           | query parameter per_page
                    GET   | /v1/deals?status=OPEN | -                                            | query parameter status
                    GET   | /v1/deals?page=1&page=2 | -                                          | given 2 times
                    GET   | /v1/deals/7        | -                                               | path parameter id
                    GET   | /v1/leads          | -                                               | no such operation
                    PUT   | /v1/deals/{id}     | {}                                              | no such operation
                    """)
    void request_breachingTheContract_isReported(String method, String path, String body, String expected)
            throws Exception {
        RequestBody sent = body == null ? null : RequestBody.create(body, MediaType.get("application/json"));

        caller.send(method, path.replace("{id}", ID), sent);

        assertThat(simulator.contractViolations())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).startsWith("request " + method + " /v1/"))
                .anySatisfy(sentence -> assertThat(sentence).contains(expected));
    }

    @Test
    void request_nearOneOfTwoForms_isJudgedByThatForm() throws Exception {
        caller.post("/v1/deals/" + ID + "/close", "{\"result\":\"won\",\"final_valu\":1}");

        assertThat(simulator.contractViolations())
                .singleElement()
                .asString()
                .contains("'final_valu'")
                .doesNotContain("loss_reason");
    }

    @Test
    void request_withForeignContentType_isReported() throws Exception {
        caller.send(
                "POST", "/v1/deals", RequestBody.create("{\"name\":\"n\",\"value\":1}", MediaType.get("text/plain")));

        assertThat(simulator.contractViolations()).singleElement().asString().contains("content type text/plain");
    }

    @Test
    void request_withOpenCustomFields_isFine() throws Exception {
        caller.patch("/v1/deals/" + ID, "{\"custom_fields\":{\"anything\":{\"properties\":[null,1.50]}}}");

        simulator.requireContract();
    }

    @Test
    void requireContract_afterABreach_namesIt() throws Exception {
        caller.get("/v1/deals?stage=1");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(simulator::requireContract)
                .withMessageContaining("query parameter stage");
        simulator.clearContractViolations();
        simulator.requireContract();
    }

    @Test
    void responses_inABroadScenario_keepTheContract() throws Exception {
        Object id = caller.post("/v1/deals", "{\"name\":\"n\",\"value\":0.1}")
                .deal()
                .get("id");
        String deal = "/v1/deals/" + id;
        caller.get(deal);
        caller.patch(deal, "{\"value\":12000.00,\"tags\":[\"a\"],\"owner_id\":\"" + Caller.UNKNOWN + "\"}");
        caller.post(deal + "/move", "{\"stage_id\":\"990e8400-e29b-41d4-a716-446655440004\"}");
        caller.post(deal + "/close", "{\"result\":\"won\",\"final_value\":82000,\"note\":\"Signed\"}");
        caller.post(deal + "/close", "{\"result\":\"lost\",\"loss_reason\":\"Price\",\"note\":\"\"}");
        simulator.addDeal(Map.of("name", "with team", "team_id", Caller.UNKNOWN));
        caller.get("/v1/deals?page=1&per_page=100&sort=-expected_close_date&min_value=0.10&search=n");
        caller.get("/v1/deals?page=9");
        caller.get("/v1/stages");
        caller.delete(deal);
        caller.get(deal);
        caller.post(deal + "/move", "{\"stage_id\":\"990e8400-e29b-41d4-a716-446655440004\"}");
        caller.post("/v1/deals/" + ID + "/move", "{\"stage_id\":\"" + Caller.UNKNOWN + "\"}");
        caller.withToken("wrong").get("/v1/stages");

        assertThat(simulator.contractViolations()).isEmpty();
        assertThat(simulator.journal())
                .extracting(JournalEntry::status)
                .containsExactly(201, 200, 200, 200, 200, 200, 200, 200, 200, 204, 404, 404, 400, 401);
    }

    @Test
    void responses_toBadRequests_keepTheContract() throws Exception {
        caller.post("/v1/deals", "{}");
        caller.patch("/v1/deals/" + ID, "[]");
        caller.get("/v1/deals?per_page=0");
        caller.delete("/v1/deals/x");
        caller.delete("/v1/stages");
        caller.post("/oauth/token", "{}");

        assertThat(simulator.contractViolations()).isNotEmpty().noneMatch(sentence -> sentence.startsWith("response"));
    }

    @Test
    void response_notAsTheContractSays_isReported() {
        OpenApiContract check = simulator.contract();
        SimulatorRequest request = new SimulatorRequest("GET", "/v1/stages", Map.of(), Map.of(), "");

        assertThat(check.response(request, SimulatorResponse.json(200, Map.of("data", Map.of()))))
                .isNotEmpty();
        assertThat(check.response(request, SimulatorResponse.empty(200))).isNotEmpty();
        assertThat(check.response(request, SimulatorResponse.empty(204))).isNotEmpty();
        assertThat(check.response(request, SimulatorResponse.json(200, Map.of("data", List.of()))))
                .isEmpty();
    }
}
