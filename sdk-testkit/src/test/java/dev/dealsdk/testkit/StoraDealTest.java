package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What regular calls do; all of it within the contract. */
final class StoraDealTest extends StoraTest {

    @AfterEach
    void keepsTheContract() {
        simulator.requireContract();
    }

    @Test
    void get_sampleDeal_isAsPrinted() throws Exception {
        Reply reply = caller.get(OPEN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(deal(reply))
                .containsEntry("name", "First Deal")
                .containsEntry("status", "open")
                .containsEntry("value_estimate", "£50 per month")
                .containsEntry("stage", Map.of("id", FIRST))
                .containsEntry("metadata", Map.of());
        assertThat(reply.meta()).containsOnlyKeys("request_id", "curies");
    }

    @Test
    void get_dealOnADeletedStage_hasAStageWithoutId() throws Exception {
        assertThat(deal(caller.get(ARCHIVED)).get("stage"))
                .asString()
                .contains("Second Stage - (Deleted)")
                .doesNotContain("id=");
    }

    @Test
    void get_expanded_inlinesWhatIsAskedFor() throws Exception {
        Map<String, @Nullable Object> deal =
                deal(caller.get(OPEN + "?expand=contact,site,stage,assignee,line_items.item"));

        assertThat(deal.get("contact")).asString().contains("full_name=John Doe", "id=con_1234567890abcdef");
        assertThat(deal.get("site")).asString().contains("The Stack Overflow Station");
        assertThat(deal.get("stage")).asString().contains("name=first");
        assertThat(deal.get("assignee")).asString().contains("sam@acme.stora.test");
        assertThat(deal.get("creator")).isEqualTo(Map.of("id", "staff_947b3057d5df338e"));
        assertThat(deal(caller.get(OPEN)).get("contact")).isEqualTo(Map.of("id", "con_1234567890abcdef"));
    }

    @Test
    void create_sampleCall_isRespondedToAsPrinted() throws Exception {
        Reply reply = caller.post(DEALS, """
                {"name":"Acme Corp Storage","contact":{"id":"con_1234567890abcdef"},
                 "stage":{"id":"dstg_127b3057d5df338e"},"line_items":[
                 {"type":"unit_type","item":{"id":"utype_f18fc91387cdf710"}},
                 {"type":"protection","item":{"id":"plvl_e8f3ad0a07e47566"}}]}
                """);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(deal(reply))
                .containsEntry("id", "deal_a1b2c3d4e5f67890")
                .containsEntry("status", "open")
                .containsEntry("creator", Map.of("id", "app_99b90b9d208a137b"))
                .containsEntry("note", null)
                .containsEntry("value_estimate", null)
                .containsEntry("created_at", NOON.toString())
                .containsEntry(
                        "line_items",
                        List.of(
                                Map.of(
                                        "type",
                                        "protection",
                                        "quantity",
                                        1,
                                        "item",
                                        Map.of("id", "plvl_e8f3ad0a07e47566")),
                                Map.of(
                                        "type",
                                        "unit_type",
                                        "quantity",
                                        1,
                                        "item",
                                        Map.of("id", "utype_f18fc91387cdf710"))));
        assertThat(deal(caller.get(DEALS + "/deal_a1b2c3d4e5f67890"))).isEqualTo(deal(reply));
        assertThat(deal(caller.post(DEALS, NEW_DEAL)).get("id")).isEqualTo("deal_a1b2c3d4e5f67891");
    }

    @Test
    void create_nothing_isCompleted() throws Exception {
        assertThat(deal(caller.post(DEALS, "{}")))
                .containsEntry("name", "")
                .containsEntry("contact", Map.of("id", "con_1234567890abcdef"))
                .containsEntry("stage", Map.of("id", FIRST));
    }

    @Test
    void create_allFields_keepsThem() throws Exception {
        String body = NEW_DEAL.strip().replaceFirst("}$", """
                ,"assignee":{"id":"staff_1"},"site":{"id":"site_1"},"note":"£50","starts_at":"2026-12-01",
                 "metadata":{"erp:id":"7"}}
                """);

        assertThat(deal(caller.post(DEALS, body)))
                .containsEntry("assignee", Map.of("id", "staff_1"))
                .containsEntry("site", Map.of("id", "site_1"))
                .containsEntry("note", "£50")
                .containsEntry("value_estimate", "£50")
                .containsEntry("starts_at", "2026-12-01T00:00:00Z")
                .containsEntry("metadata", Map.of("erp:id", "7"));
    }

    @Test
    void update_someFields_leavesTheOthers() throws Exception {
        Map<String, @Nullable Object> before = deal(caller.get(OPEN));

        Reply reply =
                caller.patch(OPEN, "{\"name\":\"Acme Corp Storage (Renamed)\",\"starts_at\":\"2026-12-01T09:00:00Z\"}");

        assertThat(reply.status()).isEqualTo(200);
        before.putAll(Map.of(
                "name", "Acme Corp Storage (Renamed)",
                "starts_at", "2026-12-01T09:00:00Z",
                "updated_at", NOON.toString()));
        assertThat(deal(reply)).isEqualTo(before);
    }

    @Test
    void update_nullsAndEmptyList_takeValuesAway() throws Exception {
        Map<String, @Nullable Object> deal = deal(caller.patch(
                OPEN, "{\"assignee\":null,\"site\":null,\"note\":null,\"starts_at\":null,\"line_items\":[]}"));

        assertThat(deal)
                .containsEntry("assignee", null)
                .containsEntry("site", null)
                .containsEntry("note", null)
                .containsEntry("value_estimate", null)
                .containsEntry("starts_at", null)
                .containsEntry("line_items", List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"b":"3","c":"4"} | {a=1, b=3, c=4}
                    {"a":null}        | {b=2}
                    {"x":null}        | {a=1, b=2}
                    {}                | {}
                    """)
    void update_metadata_mergesAndAnEmptyObjectClears(String change, String expected) throws Exception {
        caller.patch(OPEN, "{\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}");

        assertThat(deal(caller.patch(OPEN, "{\"metadata\":" + change + "}")).get("metadata"))
                .hasToString(expected);
    }

    @Test
    void update_stage_movesTheDeal() throws Exception {
        assertThat(deal(caller.patch(OPEN, "{\"stage\":{\"id\":\"" + SECOND + "\"}}")))
                .containsEntry("stage", Map.of("id", SECOND));
    }

    @Test
    void win_openDeal_isWonOnItsStage() throws Exception {
        Reply reply = caller.post(OPEN + "/win", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(deal(reply)).containsEntry("status", "won").containsEntry("stage", Map.of("id", FIRST));
    }

    @Test
    void lose_openDeal_keepsTheReason() throws Exception {
        Reply reply = caller.post(OPEN + "/lose?expand=stage", "{\"lost_reason\":\"price_concerns\"}");

        assertThat(deal(reply)).containsEntry("status", "lost").containsEntry("lost_reason", "price_concerns");
        assertThat(deal(reply).get("stage")).asString().contains("name=first");
    }

    @Test
    void reopen_wonDealWithoutBody_keepsStageAndAssignee() throws Exception {
        assertThat(deal(caller.post(WON + "/reopen", "")))
                .containsEntry("status", "open")
                .containsEntry("stage", Map.of("id", FIRST))
                .containsEntry("assignee", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accessibility_concern",
                "better_deal_elsewhere",
                "chose_competitor",
                "price_concerns",
                "contract_terms"
            })
    void lose_reasonOfTheList_isTaken(String reason) throws Exception {
        Reply reply = caller.post(OPEN + "/lose", "{\"lost_reason\":\"" + reason + "\"}");

        assertThat(deal(reply)).containsEntry("lost_reason", reason);
    }

    @Test
    void reopen_lostDealWithStageAndAssignee_takesBoth() throws Exception {
        caller.post(OPEN + "/lose", "{\"lost_reason\":\"price_concerns\"}");

        Reply reply = caller.post(
                OPEN + "/reopen", "{\"stage\":{\"id\":\"" + SECOND + "\"},\"assignee\":{\"id\":\"staff_1\"}}");

        assertThat(deal(reply))
                .containsEntry("status", "open")
                .containsEntry("lost_reason", null)
                .containsEntry("stage", Map.of("id", SECOND))
                .containsEntry("assignee", Map.of("id", "staff_1"));
    }

    @Test
    void neighbours_ofADeal_canBeRead() throws Exception {
        assertThat(caller.get("/2025-09/contacts?sort_by=full_name&sort_direction=ASC")
                        .text())
                .contains("jane@doe.com", "con_1234567890abcdef");
        assertThat(caller.get("/2025-09/contacts/con_0ac0514ed0711462").member("contact"))
                .containsEntry("full_name", "John Doe");
        assertThat(caller.get("/2025-09/sites").text()).contains("The Stack Overflow Station");
        assertThat(caller.get("/2025-09/sites/site_14b419f1096013f1").member("site"))
                .containsEntry("phone", "012345789");
    }

    @Test
    void addDeal_partOfADeal_isCompleted() throws Exception {
        String id = simulator.addDeal(Map.of("name", "Planted", "status", "paused"));

        assertThat(deal(caller.get(DEALS + "/" + id)))
                .containsEntry("status", "paused")
                .containsEntry("stage", Map.of("id", FIRST));
        assertThat(simulator.deals()).hasSize(4);
    }
}
