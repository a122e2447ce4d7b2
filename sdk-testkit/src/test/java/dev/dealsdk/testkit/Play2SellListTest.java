package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Caller.Reply;
import dev.dealsdk.testkit.internal.json.Json;
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

final class Play2SellListTest extends Play2SellTest {
    private static final String OWNER = "660e8400-e29b-41d4-a716-446655440009";
    private static final String TEAM = "770e8400-e29b-41d4-a716-446655440009";

    @BeforeEach
    void seedThreeDeals() throws Exception {
        caller.delete("/v1/deals/" + Caller.TECH_CORP);
        caller.delete("/v1/deals/" + Caller.STARTUP);
        add("A", "100.10", "2026-01-31", "2026-01-03T00:00:00Z", Map.of("owner_id", OWNER, "status", "won"));
        add("B", "9.5", "2026-02-28", "2026-01-01T00:00:00Z", Map.of("team_id", TEAM, "contact_name", "Zoë Ames"));
        add("C", "20", "2026-02-01", "2026-01-02T00:00:00.5Z", Map.of("contact_email", "c@ZOO.test"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | ABC
                    owner_id=660e8400-e29b-41d4-a716-446655440009   | A
                    team_id=770e8400-e29b-41d4-a716-446655440009    | B
                    stage_id=990e8400-e29b-41d4-a716-446655440003   | ABC
                    stage_id=990e8400-e29b-41d4-a716-446655440001   | ''
                    status=open                                     | BC
                    status=won                                      | A
                    status=lost                                     | ''
                    min_value=20                                    | AC
                    max_value=20.00                                 | BC
                    min_value=9.51&max_value=1e2                    | C
                    close_date_after=2026-02-01                     | BC
                    close_date_before=2026-02-01                    | AC
                    search=zo                                       | BC
                    search=Zo%C3%AB+ames                            | B
                    sort=value                                      | BCA
                    sort=-value                                     | ACB
                    sort=created_at                                 | BCA
                    sort=-created_at                                | ACB
                    sort=expected_close_date                        | ACB
                    sort=-expected_close_date                       | BCA
                    status=open&sort=value                          | BC
                    """)
    void list_filterOrSort_picksAndOrders(String query, String expected) throws Exception {
        Reply reply = caller.get("/v1/deals?" + query);

        assertThat(reply.names())
                .containsExactly(expected.chars().mapToObj(Character::toString).toArray());
        assertThat(reply.meta()).containsEntry("total", expected.length());
        simulator.requireContract();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    per_page=2                       | AB  | 1 | 2   | 2
                    per_page=2&page=2                | C   | 2 | 2   | 2
                    per_page=3                       | ABC | 1 | 3   | 1
                    per_page=100                     | ABC | 1 | 100 | 1
                    page=2                           | ''  | 2 | 25  | 1
                    page=999999999999999&per_page=1  | ''  | 999999999999999 | 1 | 3
                    """)
    void list_page_isCutAndCounted(String query, String expected, long page, int perPage, int pages) throws Exception {
        Reply reply = caller.get("/v1/deals?" + query);

        assertThat(String.join("", reply.names().toArray(String[]::new))).isEqualTo(expected);
        assertThat(reply.meta().get("page")).hasToString(Long.toString(page));
        assertThat(reply.meta())
                .containsEntry("per_page", perPage)
                .containsEntry("total_pages", pages)
                .containsEntry("total", 3)
                .containsKeys("request_id", "timestamp");
    }

    @Test
    void list_noDeals_isOneEmptyPage() throws Exception {
        for (Map<String, Object> deal : simulator.deals()) {
            caller.delete("/v1/deals/" + deal.get("id"));
        }

        Reply reply = caller.get("/v1/deals");

        assertThat(reply.items()).isEmpty();
        assertThat(reply.meta()).containsEntry("total", 0).containsEntry("total_pages", 0);
    }

    @Test
    void list_moreThanOnePage_defaultsToTwentyFive() throws Exception {
        for (int i = 0; i < 30; i++) {
            simulator.addDeal(Map.of("name", "more " + i));
        }

        assertThat(caller.get("/v1/deals").items()).hasSize(25);
        assertThat(caller.get("/v1/deals?page=2").items()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=",
                "per_page=0",
                "per_page=101",
                "per_page=2.5",
                "sort=name",
                "sort=--value",
                "stage_id=1",
                "owner_id=x",
                "team_id=",
                "status=OPEN",
                "min_value=ten",
                "max_value=NaN",
                "close_date_after=tomorrow",
                "close_date_before=2026-13-01"
            })
    void list_badParameter_isNamed(String query) throws Exception {
        Reply reply = caller.get("/v1/deals?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.invalidFields()).containsExactly(query.substring(0, query.indexOf('=')));
    }

    @Test
    void list_plantedOddities_areServedAsTheyAre() throws Exception {
        simulator.addElement(null);
        simulator.addElement(Map.of("name", "no id"));
        simulator.addDeal(Map.of("name", "odd", "status", "frozen", "value", "a lot", "shade", List.of(1)));

        List<@Nullable Object> items = caller.get("/v1/deals?sort=value").items();

        assertThat(items).containsNull().contains(Map.of("name", "no id"));
        assertThat(items.toString()).contains("status=frozen", "value=a lot", "shade=[1]");
        assertThat(caller.get("/v1/deals?status=open").items()).hasSize(3).containsNull();
        simulator.requireContract();
    }

    @Test
    void list_explicitNulls_fitNoFilterAndSortLast() throws Exception {
        Map<String, Object> deal = Json.object("{\"name\":\"D\",\"value\":null,\"expected_close_date\":null}")
                .orElseThrow();
        simulator.addDeal(deal);

        assertThat(caller.get("/v1/deals?sort=-value").names()).endsWith("D");
        assertThat(caller.get("/v1/deals?sort=value").names()).endsWith("D");
        assertThat(caller.get("/v1/deals?min_value=-5").names()).doesNotContain("D");
        assertThat(caller.get("/v1/deals?max_value=500").names()).doesNotContain("D");
        assertThat(caller.get("/v1/deals?close_date_before=2030-01-01").names()).doesNotContain("D");
    }

    private void add(String name, String value, String closeDate, String createdAt, Map<String, String> more) {
        Map<String, Object> deal = new HashMap<>(more);
        deal.put("name", name);
        deal.put("value", new BigDecimal(value));
        deal.put("expected_close_date", closeDate);
        deal.put("created_at", createdAt);
        assertThat(simulator.addDeal(deal)).isNotEmpty();
    }
}
