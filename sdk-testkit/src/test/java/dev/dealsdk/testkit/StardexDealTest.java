package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.stardex.StardexBodies;
import dev.dealsdk.testkit.internal.stardex.StardexDeals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StardexDealTest extends StardexTest {
    private static final String SENIORITY = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
    private static final String TAGS = "b2c3d4e5-f6a7-8901-bcde-f12345678901";
    private static final String YEARS = "c3d4e5f6-a7b8-9012-cdef-123456789012";
    private static final String ACCOUNT_OWNER = "a7b8c9d0-e1f2-3456-abcd-789012345678";

    @Test
    void create_newerGeneration_returnsThePartialDealAsPrinted() throws Exception {
        Reply reply = caller.post("/v1/deals", """
                {"name":"Acme Corp Staffing Agreement","client_id":"bbb22222-cccc-dddd-eeee-ffffffff2222",
                 "amount":150000,"currency_code":"USD","compensation":750000,"compensation_currency_code":"USD",
                 "pricing_rate":20,"win_probability":75,"deal_status_id":"%s","job_ids":["%s"],
                 "description":"d","closed_date":"2026-12-31","referred_by":"%s","owner_ids":["%s"]}
                """.formatted(PROPOSAL_SENT, JOB, PERSON, PERSON));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).containsOnlyKeys("success", "data").containsEntry("success", true);
        Map<String, Object> printed = found(ACME);
        printed.keySet().retainAll(StardexDeals.SHOWN_BY_CREATE);
        printed.put("id", String.valueOf(reply.deal().get("id")));
        printed.put("created_at", NOON.toString());
        assertThat(reply.deal()).isEqualTo(printed);
        assertThat(found(reply.deal().get("id")))
                .containsEntry("description", "d")
                .containsEntry("closed_date", "2026-12-31")
                .containsEntry("owner_ids", List.of(PERSON));
        simulator.requireContract();
    }

    @Test
    void create_olderGeneration_keepsTheOneJob() throws Exception {
        Map<String, Object> deal = caller.post("/v1/deals", "{\"name\":\"Old\",\"job_id\":\"" + JOB + "\"}")
                .deal();

        assertThat(deal).containsEntry("job_id", JOB).doesNotContainKey("job_ids");
        simulator.requireContract();
    }

    @Test
    void create_nameOnly_takesDefaults() throws Exception {
        Map<String, Object> deal =
                caller.post("/v1/deals", "{\"name\":\"New\"}").deal();

        assertThat(deal)
                .containsEntry("deal_status_id", PROSPECT)
                .containsEntry("currency_code", "USD")
                .containsEntry("amount", null)
                .containsEntry("job_ids", List.of());
        assertThat(simulator.deals()).hasSize(3);
    }

    @Test
    void create_linkedinUrl_findsOrCreatesTheClient() throws Exception {
        String body = "{\"name\":\"n\",\"client_linkedin_url\":\"https://linkedin.com/company/%s\"}";

        Object one = caller.post("/v1/deals", body.formatted("acme")).deal().get("client_id");
        Object same = caller.post("/v1/deals", body.formatted("acme")).deal().get("client_id");
        Object other = caller.post("/v1/deals", body.formatted("globex")).deal().get("client_id");

        assertThat(one).isNotNull().isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void update_someFields_returnsAMessageAndLeavesTheOthers() throws Exception {
        Map<String, Object> before = found(ACME);

        Reply reply = caller.patch("/v1/deals/" + ACME, "{\"amount\":12000.50,\"closed_date\":\"2027-01-31\"}");

        assertThat(reply.json())
                .isEqualTo(Map.of("success", true, "data", Map.of("message", "Deal updated successfully")));
        before.put("amount", new BigDecimal("12000.50"));
        before.put("closed_date", "2027-01-31");
        assertThat(found(ACME)).isEqualTo(before);
    }

    @Test
    void update_closeDateNull_clearsIt() throws Exception {
        caller.patch("/v1/deals/" + ACME, "{\"closed_date\":\"2027-01-31\"}");
        caller.patch("/v1/deals/" + ACME, "{\"closed_date\":null}");

        assertThat(found(ACME)).containsEntry("closed_date", null);
        simulator.requireContract();
    }

    @Test
    void update_jobs_replacesTheLinksOfBothGenerations() throws Exception {
        caller.patch("/v1/deals/" + ACME, "{\"job_ids\":[]}");
        assertThat(found(ACME)).containsEntry("job_ids", List.of());

        caller.patch("/v1/deals/" + ACME, "{\"job_id\":\"" + JOB + "\"}");
        assertThat(found(ACME)).containsEntry("job_id", JOB).doesNotContainKey("job_ids");
    }

    @Test
    void update_unknownDeal_isNotFound() throws Exception {
        Reply reply = caller.patch("/v1/deals/" + Caller.UNKNOWN, "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void customFields_verbs_areApplied() throws Exception {
        writeCustomField("\"attribute_id\":\"" + SENIORITY + "\",\"value\":\"Mid\"");
        writeCustomField("\"attribute_id\":\"" + SENIORITY + "\",\"value\":\"Junior\"");
        writeCustomField("\"attribute_id\":\"" + TAGS + "\",\"add_values\":[\"Banking\"]");
        writeCustomField("\"attribute_id\":\"" + YEARS + "\",\"value\":\"7\"");
        writeCustomField(
                "\"attribute_id\":\"" + ACCOUNT_OWNER + "\",\"add_team_member_ids\":[\"" + Caller.UNKNOWN + "\"]");

        assertThat(part(SENIORITY, "tag")).hasSize(1).asString().contains("Junior");
        assertThat(part(TAGS, "tag")).asString().contains("Banking");
        assertThat(part(YEARS, "value")).containsExactly(7);
        assertThat(part(ACCOUNT_OWNER, "team_member")).hasSize(2);

        writeCustomField("\"attribute_id\":\"" + TAGS + "\",\"remove_values\":[\"Banking\"]");
        writeCustomField("\"attribute_id\":\"" + ACCOUNT_OWNER + "\",\"clear_all\":true");
        assertThat(part(TAGS, "tag")).isEmpty();
        assertThat(part(ACCOUNT_OWNER, "team_member")).isEmpty();
        simulator.requireContract();
    }

    @Test
    void customFields_teamMemberOfTheSample_isRemovedByItsId() throws Exception {
        writeCustomField("\"attribute_id\":\"" + ACCOUNT_OWNER + "\",\"add_team_member_ids\":[\"" + PERSON + "\"]");
        assertThat(part(ACCOUNT_OWNER, "team_member")).as("was there already").hasSize(1);

        writeCustomField("\"attribute_id\":\"" + ACCOUNT_OWNER + "\",\"remove_team_member_ids\":[\"" + PERSON + "\"]");
        assertThat(part(ACCOUNT_OWNER, "team_member")).isEmpty();
    }

    @Test
    void customField_addedByTheTest_takesText() throws Exception {
        simulator.addCustomField(Caller.UNKNOWN, "Margin", "string");

        writeCustomField("\"attribute_id\":\"" + Caller.UNKNOWN + "\",\"value\":\"twelve\"");

        assertThat(part(Caller.UNKNOWN, "value")).containsExactly("twelve");
    }

    @Test
    void customFields_addedByTheTest_areOfTheirType() throws Exception {
        String text = simulator.addCustomField("Notes", "string");
        String count = simulator.addCustomField("Seats", "integer");
        simulator.addCustomField(Caller.UNKNOWN, "Region", "single-select", "EMEA", "APAC");

        writeCustomField("\"attribute_id\":\"" + text + "\",\"value\":\"any \\u65e5\\u672c text\"");
        writeCustomField("\"attribute_id\":\"" + count + "\",\"value\":\"12\"");
        writeCustomField("\"attribute_id\":\"" + Caller.UNKNOWN + "\",\"value\":\"APAC\"");

        assertThat(part(text, "value")).containsExactly("any \u65e5\u672c text");
        assertThat(part(count, "value")).singleElement().hasToString("12");
        assertThat(part(Caller.UNKNOWN, "tag")).singleElement().asString().contains("APAC");
        Reply refused = caller.patch(
                "/v1/deals/" + ACME, "{\"custom_fields\":[{\"attribute_id\":\"" + count + "\",\"value\":\"many\"}]}");
        assertThat(refused.status()).isEqualTo(400);
        simulator.requireContract();
    }

    @Test
    void addCustomField_thatCannotBe_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addCustomField("n", "Notes", "string"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addCustomField("Notes", "text"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.addCustomField(ACCOUNT_OWNER, "Notes", "string"));
    }

    @Test
    void statuses_onTheInferredPath_areTheSamplesAndLost() throws Exception {
        simulator.addStatus("On hold");

        Reply reply = caller.get("/v1/deals/statuses");

        assertThat(reply.names()).containsExactly("Prospect", "Qualified", "Proposal Sent", "Won", "Lost", "On hold");
        assertThat(caller.get("/v1/custom-fields/deals").names()).contains("Tags", "Industry");
        simulator.requireContract();
    }

    private void writeCustomField(String members) throws Exception {
        Reply reply = caller.patch("/v1/deals/" + ACME, "{\"custom_fields\":[{" + members + "}]}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private List<Object> part(String attribute, String part) throws Exception {
        return StardexBodies.objects(found(ACME).get("custom_fields")).stream()
                .filter(item -> attribute.equals(item.get("attribute_id")))
                .map(item -> item.getOrDefault(part, ""))
                .toList();
    }
}
