package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BacksideRefusalTest extends BacksideTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                      | stage_id is required
                    {"stage_id":null}                                       | stage_id must be a UUID
                    {"stage_id":"Won"}                                      | stage_id must be a UUID
                    {"stage_id":"11111111-2222-3333-4444-555555555555"}     | stage_id names no stage
                    []                                                      | The body is not a JSON object
                    """)
    void move_badBody_isRefusedAndChangesNothing(String body, String message) throws Exception {
        Reply reply = caller.post(DEAL + "/move", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(Map.of("code", "bad_request", "message", message));
        assertThat(simulator.stageChanges(SAMPLE)).isZero();
        assertThat(caller.get(DEAL).json()).containsEntry("stage_name", "Proposal");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                     | contact_id
                    {"contact_id":null}                                                    | contact_id
                    {"contact_id":"11111111-2222-3333-4444-555555555555","is_primary":"y"} | is_primary
                    {"contact_id":"11111111-2222-3333-4444-555555555555","introduced_by":"me"} | introduced_by
                    {"contact_id":"11111111-2222-3333-4444-555555555555","role":1}         | role
                    """)
    void link_badBody_isRefused(String body, String field) throws Exception {
        Reply reply = caller.post(DEAL + "/contacts", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error().get("message")).asString().startsWith(field);
        assertThat(array(caller.get(DEAL + "/contacts"))).hasSize(1);
    }

    @Test
    void link_contactThatIsThere_isAConflict() throws Exception {
        Reply reply = caller.post(DEAL + "/contacts", "{\"contact_id\":\"" + CONTACT + "\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error()).containsEntry("code", "conflict");
        simulator.requireContract();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage_id=Won", "as_of=yesterday", "valid_at=2026-04-01", "cursor=2"})
    void list_badParameter_isRefused(String query) throws Exception {
        Reply reply = caller.get(DEALS + "?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error().get("message")).asString().startsWith(query.substring(0, query.indexOf('=')));
    }

    @Test
    void anyCall_unknownDeal_isNotFound() throws Exception {
        String unknown = DEALS + "/" + Caller.UNKNOWN;

        List<Reply> replies = List.of(
                caller.get(unknown),
                caller.post(unknown + "/move", moveTo("Won")),
                caller.get(unknown + "/contacts"),
                caller.post(unknown + "/contacts", "{\"contact_id\":\"" + CONTACT + "\"}"));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(404))
                .allSatisfy(reply -> assertThat(reply.error()).containsEntry("code", "not_found"));
        simulator.requireContract();
    }

    @Test
    void anyCall_idThatIsNoUuid_isABadRequest() throws Exception {
        assertThat(caller.get(DEALS + "/127").status()).isEqualTo(400);
        assertThat(simulator.contractViolations()).singleElement().asString().contains("path parameter id");
    }

    @Test
    void anyCall_withoutCredentials_asksForPayment() throws Exception {
        Reply reply = caller.withToken("").get(DEAL);

        assertThat(reply.status()).isEqualTo(402);
        assertThat(reply.error()).containsEntry("code", "payment_required");
        assertThat(reply.json().get("payment_options")).asString().contains("x402", "api_key");
        simulator.requireContract();
    }

    @Test
    void anyCall_withAWrongKey_isUnauthorized() throws Exception {
        Reply reply = caller.withToken("bsk_test_wrong").get(DEAL);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).containsEntry("code", "unauthorized");
        simulator.requireContract();
    }

    @Test
    void write_withAReadOnlyKey_isForbidden() throws Exception {
        Caller reader = caller.withToken(simulator.readOnlyToken());

        Reply reply = reader.post(DEAL + "/move", moveTo("Won"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error().get("message")).asString().contains("crm:write");
        assertThat(reader.get(DEAL).json()).containsEntry("stage_name", "Proposal");
        simulator.requireContract();
    }

    @Test
    void undocumentedCall_ofAnyKind_isRefusedAndReported() throws Exception {
        assertThat(caller.patch(DEAL, "{\"name\":\"n\"}").status()).isEqualTo(405);
        assertThat(caller.post(DEAL + "/win", "{}").status()).isEqualTo(404);
        assertThat(caller.get("/api/v1/pipelines").status()).isEqualTo(404);
        assertThat(simulator.contractViolations()).hasSize(3).allMatch(sentence -> sentence.contains("no such op"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                       | name is required
                    {"name":null}                                            | name must be a string
                    {"name":"n","amount":"12"}                               | amount must be a number
                    {"name":"n","confidence":0.5}                            | confidence must be an integer of 32 bits
                    {"name":"n","closed_at":"yesterday"}                     | closed_at must be an RFC 3339 instant
                    {"name":"n","expected_close_date":"soon"}                | expected_close_date must be a date such as 2026-05-01
                    {"name":"n","stage_id":"11111111-2222-3333-4444-555555555555"} | stage_id names no stage
                    {"name":"n","pipeline_id":"11111111-2222-3333-4444-555555555555"} | pipeline_id names no pipeline
                    """)
    void create_badBody_isRefusedAndMakesNothing(String body, String message) throws Exception {
        Reply reply = caller.post(DEALS, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(Map.of("code", "bad_request", "message", message));
        assertThat(simulator.deals()).hasSize(2);
    }

    @Test
    void update_whatTheVendorKeepsItself_isIgnoredAndReported() throws Exception {
        Reply reply = caller.put(DEAL, "{\"tenant_id\":\"" + Caller.UNKNOWN + "\",\"name\":\"n\"}");

        assertThat(reply.json()).containsEntry("name", "n").doesNotContainEntry("tenant_id", Caller.UNKNOWN);
        assertThat(simulator.contractViolations()).singleElement().asString().contains("tenant_id");
    }

    @Test
    void move_withAFieldNoPageNames_isReported() throws Exception {
        caller.post(DEAL + "/move", "{\"stage_id\":\"" + stage("Won") + "\",\"note\":\"n\"}");

        assertThat(simulator.contractViolations()).singleElement().asString().contains("note");
    }

    @Test
    void rateLimited_injected_bringsTheDocumentedHeaders() throws Exception {
        simulator.inject(simulator.rateLimited(30));

        Reply reply = caller.get(DEAL);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers())
                .containsEntry("retry-after", List.of("30"))
                .containsEntry("x-ratelimit-limit", List.of("30"))
                .containsEntry("x-ratelimit-remaining", List.of("0"))
                .containsEntry("x-ratelimit-reset", List.of(Long.toString(NOON.getEpochSecond() + 30)));
        assertThat(reply.error()).containsEntry("code", "rate_limited");
        assertThat(caller.get(DEAL).status()).isEqualTo(200);
    }

    @Test
    void response_missingWhatAnyDealHas_isReported() {
        SimulatorRequest request = new SimulatorRequest("GET", DEAL, Map.of(), Map.of(), "");

        assertThat(simulator.contract().response(request, SimulatorResponse.json(200, Map.of("stage_name", "Won"))))
                .anySatisfy(sentence -> assertThat(sentence).contains("required property 'pipeline_id'"));
        assertThat(simulator.contract().response(request, SimulatorResponse.json(200, Map.of("stage_name", 7))))
                .anySatisfy(sentence -> assertThat(sentence).contains("/stage_name"));
    }

    @Test
    void plantedElements_ofAnyKind_areListedAsTheyAre() throws Exception {
        simulator.addElement(null);
        simulator.addElement("text");
        simulator.addElement(Map.of("name", "no id", "stage_id", stage("Proposal")));
        simulator.listAsBareArray();

        String text = caller.get(DEALS + "?stage_id=" + stage("Proposal")).text();

        assertThat(text).startsWith("[{").contains("},null,\"text\",{").endsWith("}]");
        simulator.requireContract();
    }
}
