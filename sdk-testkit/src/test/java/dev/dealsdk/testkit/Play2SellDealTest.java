package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class Play2SellDealTest extends Play2SellTest {
    private static final String PROSPECTING = "990e8400-e29b-41d4-a716-446655440003";
    private static final String NEGOTIATION = "990e8400-e29b-41d4-a716-446655440002";
    private static final String DEAL = "/v1/deals/" + Caller.TECH_CORP;

    @Test
    void get_sampleDeal_isAsPrinted() throws Exception {
        Reply reply = caller.get(DEAL);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.deal())
                .containsEntry("name", "Tech Corp - Enterprise License")
                .containsEntry("custom_fields", Map.of("contract_type", "annual", "decision_maker", "CTO"));
        assertThat(reply.meta()).containsEntry("timestamp", NOON.toString()).containsKey("request_id");
    }

    @Test
    void get_unknownDeal_isNotFound() throws Exception {
        Reply reply = caller.get("/v1/deals/" + Caller.UNKNOWN);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void get_idThatIsNoUuid_isNotFound() throws Exception {
        assertThat(caller.get("/v1/deals/127").status()).isEqualTo(404);
    }

    @Test
    void create_requiredFieldsOnly_takesDefaults() throws Exception {
        Reply reply = caller.post("/v1/deals", "{\"name\":\"New\",\"value\":1}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.deal())
                .containsEntry("stage", Map.of("id", PROSPECTING, "name", "Prospecting", "probability", 10))
                .containsEntry("status", "open")
                .containsEntry("priority", "medium")
                .containsEntry("created_at", NOON.toString())
                .containsEntry("owner_id", null);
        assertThat(caller.get("/v1/deals/" + reply.deal().get("id")).deal()).isEqualTo(reply.deal());
    }

    @Test
    void create_allFields_keepsThem() throws Exception {
        String body = """
                {"name":"Full","value":5,"stage_id":"%s","contact_name":"Ana","contact_email":"ana@x.test",
                 "company":"X","owner_id":"%s","expected_close_date":"2026-12-31","priority":"low",
                 "lead_id":"%s","custom_fields":{"a":{"b":[1]}},"tags":["t"]}
                """.formatted(NEGOTIATION, Caller.UNKNOWN, Caller.UNKNOWN);

        Map<String, Object> deal = caller.post("/v1/deals", body).deal();

        assertThat(deal).containsAllEntriesOf(withoutStageId(body));
        assertThat(deal.get("stage")).isEqualTo(Map.of("id", NEGOTIATION, "name", "Negotiation", "probability", 75));
    }

    @Test
    void create_twice_givesTwoIds() throws Exception {
        Reply one = caller.post("/v1/deals", "{\"name\":\"New\",\"value\":1}");
        Reply two = caller.post("/v1/deals", "{\"name\":\"New\",\"value\":1}");

        assertThat(one.deal().get("id")).isNotEqualTo(two.deal().get("id"));
        assertThat(simulator.deals()).hasSize(4);
    }

    @Test
    void update_someFields_leavesTheOthers() throws Exception {
        Map<String, Object> before = caller.get(DEAL).deal();

        Reply reply = caller.patch(DEAL, "{\"value\":85000,\"tags\":[]}");

        assertThat(reply.status()).isEqualTo(200);
        before.putAll(Map.of("value", 85_000, "tags", List.of(), "updated_at", NOON.toString()));
        assertThat(reply.deal()).isEqualTo(before);
    }

    @Test
    void update_fieldNoTableLists_isIgnored() throws Exception {
        Reply reply = caller.patch(DEAL, "{\"colour\":\"red\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.deal()).doesNotContainKey("colour");
    }

    @Test
    void delete_deal_isGoneForGood() throws Exception {
        Reply reply = caller.delete(DEAL);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(caller.get(DEAL).status()).isEqualTo(404);
        assertThat(caller.delete(DEAL).status()).isEqualTo(404);
    }

    @Test
    void move_knownStage_changesStageOnly() throws Exception {
        Reply reply = caller.post(DEAL + "/move", "{\"stage_id\":\"" + NEGOTIATION + "\",\"note\":\"n\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.deal().get("stage"))
                .isEqualTo(Map.of("id", NEGOTIATION, "name", "Negotiation", "probability", 75));
        assertThat(reply.deal()).containsEntry("status", "open").doesNotContainKey("note");
    }

    @Test
    void move_unknownStage_isRefused() throws Exception {
        Reply reply = caller.post(DEAL + "/move", "{\"stage_id\":\"" + Caller.UNKNOWN + "\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.invalidFields()).containsExactly("stage_id");
    }

    @Test
    void close_won_setsStatusAndStageAndLeavesValue() throws Exception {
        Reply reply = caller.post(DEAL + "/close", "{\"result\":\"won\",\"final_value\":82000}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.deal()).containsEntry("status", "won").containsEntry("value", new BigDecimal("75000.00"));
        assertThat(reply.deal().get("stage")).asString().contains("Closed Won");
    }

    @Test
    void close_lostWithReason_setsStatusAndStage() throws Exception {
        Reply reply = caller.post(DEAL + "/close", "{\"result\":\"lost\",\"loss_reason\":\"price\"}");

        assertThat(reply.deal()).containsEntry("status", "lost");
        assertThat(reply.deal().get("stage")).asString().contains("Closed Lost");
    }

    @Test
    void close_lostWithoutReason_isRefusedAndChangesNothing() throws Exception {
        Reply reply = caller.post(DEAL + "/close", "{\"result\":\"lost\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.invalidFields()).containsExactly("loss_reason");
        assertThat(caller.get(DEAL).deal()).containsEntry("status", "open");
    }

    @Test
    void stages_always_areTheSixDefaultsInOrder() throws Exception {
        Reply reply = caller.get("/v1/stages");

        assertThat(reply.names())
                .containsExactly(
                        "Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost");
        assertThat(reply.json()).containsOnlyKeys("data");
    }

    private static Map<String, Object> withoutStageId(String body) {
        Map<String, Object> fields = Json.object(body).orElseThrow();
        fields.remove("stage_id");
        return fields;
    }
}
