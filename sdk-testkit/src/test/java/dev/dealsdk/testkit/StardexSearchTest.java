package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StardexSearchTest extends StardexTest {
    private static final String A = "11111111-0000-0000-0000-00000000000a";
    private static final String B = "11111111-0000-0000-0000-00000000000b";
    private static final String OWNER = "660e8400-e29b-41d4-a716-446655440009";
    private static final String TAG = "f6a7b8c9-d0e1-2345-fabc-678901234567";
    private static final String YEARS = "c3d4e5f6-a7b8-9012-cdef-123456789012";
    private static final String FROM = "d4e5f6a7-b8c9-0123-defa-234567890123";

    /** Beside them there are the two sample deals, which a keyword keeps out. */
    @BeforeEach
    void seedThreeDeals() {
        add(A, "zoo A", "100.10", "2026-01-31", "2026-01-03T00:00:00Z", WON, List.of(item("tag", TAG, "")));
        add(B, "zoo B", "9.5", "2026-02-28", "2026-01-01T00:00:00Z", PROSPECT, List.of(item("value", YEARS, 7)));
        Map<String, Object> c = new HashMap<>();
        c.put("name", "Zoo C");
        c.put("owner_ids", List.of(OWNER));
        c.put("created_at", "2026-01-02T00:00:00Z");
        c.put("custom_fields", List.of(item("team_member", OWNER, ""), item("value", FROM, "2026-03-01")));
        assertThat(simulator.addDeal(c)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    "offset":0                                                              | ABC
                    "limit":2                                                               | AB
                    "offset":2,"limit":2                                                    | C
                    "offset":9                                                              | ''
                    "keywords":["ZOO","b"]                                                  | B
                    "deal_ids":["11111111-0000-0000-0000-00000000000a"]                     | A
                    "deal_ids":[]                                                           | ''
                    "list_id":"11111111-0000-0000-0000-00000000000a"                        | ''
                    "deal_status_ids_included":["ccc33333-dddd-eeee-ffff-000000004444"]     | A
                    "deal_status_ids_excluded":["ccc33333-dddd-eeee-ffff-000000004444"]     | BC
                    "owner_ids_included":["660e8400-e29b-41d4-a716-446655440009"]           | C
                    "owner_ids_excluded":["660e8400-e29b-41d4-a716-446655440009"]           | AB
                    "show_open_deals_only":true                                             | BC
                    "show_open_deals_only":false,"show_archived":true                       | ABC
                    "closed_date_filter":{"start_date":"2026-02-01"}                        | B
                    "closed_date_filter":{"end_date":"2026-01-31T23:00:00Z"}                | A
                    "closed_date_filter":{"end_date":"2026-01-31","include_empty":true}     | AC
                    "open_date_filter":{"start_date":"2026-01-02","end_date":"2026-01-03"}  | AC
                    "select_attribute_filters":[{"attribute_id":"%F","values":["%T"]}]      | A
                    "select_attribute_filters":[{"attribute_id":"%F","values":["%T","%F"],"require_all":true}] | ''
                    "select_attribute_filters":[{"attribute_id":"%F","excluded_values":["%T"]}] | BC
                    "select_attribute_filters":[{"attribute_id":"%F","values":["%F"],"include_empty":true}] | BC
                    "team_member_attribute_filters":[{"attribute_id":"%F","values":["660e8400-e29b-41d4-a716-446655440009"]}] | C
                    "numeric_attribute_filters":[{"attribute_id":"c3d4e5f6-a7b8-9012-cdef-123456789012","min":7,"max":7.5}] | B
                    "numeric_attribute_filters":[{"attribute_id":"c3d4e5f6-a7b8-9012-cdef-123456789012","max":6,"include_empty":true}] | AC
                    "date_attribute_filters":[{"attribute_id":"d4e5f6a7-b8c9-0123-defa-234567890123","start_date":"2026-03-01"}] | C
                    "sort_by":"amount","sort_order":"asc"                                   | BAC
                    "sort_by":"amount"                                                      | ABC
                    "sort_by":"created_at","sort_order":"desc"                              | ACB
                    """)
    void search_filterOrSort_picksAndOrders(String members, String expected) throws Exception {
        String conditions = members.replace("%F", Caller.UNKNOWN).replace("%T", TAG);
        String keywords = members.contains("keywords") ? "" : ",\"keywords\":[\"zoo\"]";

        Reply reply = caller.post("/v1/deals/search", "{" + conditions + keywords + "}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(String.join(
                        "",
                        reply.names().stream()
                                .map(name -> name.toString().substring(4))
                                .toList()))
                .isEqualTo(expected);
        simulator.requireContract();
    }

    @Test
    void search_nothingSaid_pagesByAHundredWithoutCustomFields() throws Exception {
        Reply reply = caller.post("/v1/deals/search", "{}");

        assertThat(reply.meta()).isEqualTo(Map.of("total", 5, "offset", 0, "limit", 100));
        assertThat(reply.items()).hasSize(5);
        assertThat(reply.text()).doesNotContain("custom_fields");
    }

    @Test
    void search_customFieldsIncluded_areThere() throws Exception {
        assertThat(found(ACME).get("custom_fields")).asString().contains("Industry", "Technology", "Jane Smith");
    }

    @Test
    void search_archivedDeal_showsOnRequestOnly() throws Exception {
        simulator.archive(A);

        assertThat(caller.post("/v1/deals/search", "{}").items()).hasSize(4);
        assertThat(caller.post("/v1/deals/search", "{\"show_archived\":true}").items())
                .hasSize(5);
    }

    @Test
    void search_onlyDocumentedFields_leavesOutTheOthers() throws Exception {
        simulator.showOnlyDocumentedFields(true);

        assertThat(found(B)).containsKeys("amount", "created_at").doesNotContainKeys("closed_date", "owner_ids");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"offset\":-1",
                "\"limit\":0",
                "\"limit\":101",
                "\"limit\":1.5",
                "\"sort_by\":\"colour\"",
                "\"sort_order\":\"up\"",
                "\"keywords\":\"zoo\"",
                "\"deal_ids\":[\"1\"]",
                "\"list_id\":7",
                "\"show_archived\":\"yes\"",
                "\"closed_date_filter\":[]",
                "\"closed_date_filter\":{\"start_date\":\"soon\"}",
                "\"numeric_attribute_filters\":[{\"min\":1}]",
                "\"date_attribute_filters\":[7]"
            })
    void search_badField_isNamed(String member) throws Exception {
        Reply reply = caller.post("/v1/deals/search", "{" + member + "}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).containsEntry("code", "VALIDATION_ERROR");
        assertThat(reply.error().get("message")).asString().startsWith(member.substring(1, member.indexOf("\":")));
    }

    @Test
    void search_plantedOddities_areServedAsTheyAre() throws Exception {
        simulator.addElement(null);
        simulator.addDeal(Map.of("name", "odd", "amount", "a lot", "shade", List.of(1)));

        Reply reply = caller.post("/v1/deals/search", "{\"sort_by\":\"amount\"}");

        assertThat(reply.items()).containsNull();
        assertThat(reply.text()).contains("a lot", "shade");
        simulator.requireContract();
    }

    private void add(
            String id, String name, String amount, String closed, String created, String status, List<Object> items) {
        Map<String, Object> deal = new HashMap<>();
        deal.put("id", id);
        deal.put("name", name);
        deal.put("amount", new BigDecimal(amount));
        deal.put("closed_date", closed);
        deal.put("created_at", created);
        deal.put("deal_status_id", status);
        deal.put("custom_fields", items);
        assertThat(simulator.addDeal(deal)).isEqualTo(id);
    }

    /** Values belong to the attribute named; tags and team members to one attribute of their own. */
    private static Object item(String part, String id, Object value) {
        Map<String, @Nullable Object> item = new HashMap<>();
        item.put("attribute_id", part.equals("value") ? id : Caller.UNKNOWN);
        item.put("value", null);
        item.put("tag", null);
        item.put("team_member", null);
        item.put(part, part.equals("value") ? value : Map.of("id", id, "name", "x"));
        return item;
    }
}
