package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Company;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every call to the letter: request line, headers and body, by the documented samples. */
class StardexWireTest extends OnMockServer {
    /** Of the shape of a UUID, with letters that none has: the ids of the documentation's own answers hold some. */
    private static final String STAGE = "f3e4d5c6-b7a8-9012-cdef-g12345678902";

    private static final String SAMPLE_ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

    @Test
    void create_newerGeneration_isAsPrinted() throws InterruptedException {
        answer("create_newer_response.json");

        Deal deal = connect()
                .create(NewDeal.builder()
                        .name("Acme Corp Staffing Agreement")
                        .company(Company.builder().id(OnSimulator.CLIENT).build())
                        .value(DealValue.of("150000", "USD"))
                        .putExtras("compensation", 750_000)
                        .putExtras("compensation_currency_code", "USD")
                        .putExtras("pricing_rate", 20)
                        .winProbability(BigDecimal.valueOf(75))
                        .stage(StageRef.id(OnSimulator.PROPOSAL_SENT))
                        .putExtras("job_ids", List.of(OnSimulator.JOB))
                        .build());

        assertWrite("POST /v1/deals", Fixtures.text("create_newer_request.json"));
        assertThat(deal)
                .isEqualTo(Deal.builder()
                        .id(ID)
                        .provider("stardex")
                        .status(DealStatus.UNKNOWN)
                        .name("Acme Corp Staffing Agreement")
                        .stageId(OnSimulator.PROPOSAL_SENT)
                        .value(DealValue.of("150000", "USD"))
                        .winProbability(BigDecimal.valueOf(75))
                        .company(Company.builder().id(OnSimulator.CLIENT).build())
                        .createdAt(Instant.parse("2024-01-15T10:00:00Z"))
                        .putExtras("compensation", BigDecimal.valueOf(750_000))
                        .putExtras("compensation_currency_code", "USD")
                        .putExtras("pricing_rate", BigDecimal.valueOf(20))
                        .putExtras("job_ids", List.of(OnSimulator.JOB))
                        .build());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_olderGeneration_isAsPrinted() throws InterruptedException {
        answer("create_older_response.json");

        Deal deal = connect()
                .create(NewDeal.builder()
                        .name("Acme Corp Staffing Agreement")
                        .company(Company.builder().id(OnSimulator.CLIENT).build())
                        .value(DealValue.of("150000"))
                        .winProbability(BigDecimal.valueOf(75))
                        .stage(StageRef.id(OnSimulator.PROPOSAL_SENT))
                        .putExtras("job_id", OnSimulator.JOB)
                        .build());

        assertWrite("POST /v1/deals", Fixtures.text("create_older_request.json"));
        assertThat(deal.value()).contains(DealValue.of("150000"));
        assertThat(deal.extras()).isEqualTo(Map.of("job_id", OnSimulator.JOB));
    }

    @Test
    void create_everyFieldAndVerbOfTheSample_isAsPrinted() throws InterruptedException {
        answer("create_older_response.json");

        Map<String, Object> verbs = Map.of(
                "value", "text",
                "add_values", List.of("one"),
                "remove_values", List.of("two"),
                "add_team_member_ids", List.of(SAMPLE_ID),
                "remove_team_member_ids", List.of(SAMPLE_ID),
                "clear_all", true);
        connect("deals.fields.margin", SAMPLE_ID)
                .create(NewDeal.builder()
                        .name("Agreement")
                        .value(DealValue.of("123"))
                        .winProbability(BigDecimal.valueOf(50))
                        .stage(StageRef.id(SAMPLE_ID))
                        .description("By phone")
                        .expectedCloseOn(LocalDate.of(2026, 5, 1))
                        .addOwnerIds(SAMPLE_ID)
                        .putCustomFields("margin", verbs)
                        .putExtras("client_linkedin_url", "https://www.linkedin.com/company/acme")
                        .putExtras("job_id", SAMPLE_ID)
                        .putExtras("referred_by", SAMPLE_ID)
                        .build());

        assertWrite("POST /v1/deals", Fixtures.text("create_sample_request.json"));
    }

    @Test
    void get_isASearchForTheId() throws InterruptedException {
        answer("search_composed_response.json");

        Deal deal = connect("deals.fields.industry", OnSimulator.INDUSTRY).get(ID);

        assertWrite("POST /v1/deals/search", Fixtures.text("search_composed_request.json"));
        assertThat(deal.name()).contains("Acme Corp Staffing Agreement");
        assertThat(deal.customFields())
                .isEqualTo(Map.of("industry", "Technology", OnSimulator.ACCOUNT_OWNER, List.of(OnSimulator.PERSON)));
        assertThat(deal.extras()).containsOnlyKeys("custom_fields");
        assertThat(deal.extras().get("custom_fields")).asString().contains("Jane Smith", "single-select");
    }

    @Test
    void update_customFieldOfNull_isEmptied() throws InterruptedException {
        answer("update_docs_response.json");
        answer("search_composed_response.json");
        Map<String, @Nullable Object> margin = new HashMap<>();
        margin.put("margin", null);

        connect("deals.fields.margin", SAMPLE_ID)
                .update(ID, DealUpdate.builder().customFields(margin).build());

        assertWrite(
                "PATCH /v1/deals/" + ID,
                "{\"custom_fields\":[{\"attribute_id\":\"" + SAMPLE_ID + "\",\"clear_all\":true}]}");
    }

    @Test
    void update_sendsWhatIsSetAndReadsBack() throws InterruptedException {
        answer("update_docs_response.json");
        answer("search_composed_response.json");

        Deal deal = connect()
                .update(
                        ID,
                        DealUpdate.builder()
                                .name("São Paulo \uD83D\uDE00")
                                .value(DealValue.of("9007199254740993.10", "BRL"))
                                .description("")
                                .clear(DealField.EXPECTED_CLOSE_ON)
                                .putCustomFields(OnSimulator.YEARS, 7)
                                .putExtras("job_ids", List.of())
                                .build());

        assertWrite("PATCH /v1/deals/" + ID, """
                {"name": "São Paulo \uD83D\uDE00", "amount": 9007199254740993.1, "currency_code": "BRL", "description": "",
                 "closed_date": null, "job_ids": [], "custom_fields": [{"attribute_id": "%s", "value": "7"}]}
                """.formatted(OnSimulator.YEARS));
        assertWrite("POST /v1/deals/search", Fixtures.text("search_composed_request.json"));
        assertThat(deal.id()).isEqualTo(ID);
    }

    @Test
    void move_isAnUpdateOfTheStatusAlone() throws InterruptedException {
        answer("update_docs_response.json");
        answer("search_composed_response.json");

        connect("deals.stages.proposal", STAGE).move(ID, StageRef.named("proposal"));

        assertWrite("PATCH /v1/deals/" + ID, "{\"deal_status_id\": \"" + STAGE + "\"}");
        assertWrite("POST /v1/deals/search", Fixtures.text("search_composed_request.json"));
    }

    @Test
    void list_everyFilter_goesIntoTheBody() throws InterruptedException {
        server.enqueue(Fixtures.data("[]"));
        Map<String, Object> select = Map.of(
                "attribute_id",
                OnSimulator.TAGS,
                "values",
                List.of("a"),
                "excluded_values",
                List.of("b"),
                "require_all",
                true,
                "include_empty",
                false);
        DealQuery query = DealQuery.builder()
                .status(DealStatus.OPEN)
                .stage(StageRef.id(OnSimulator.QUALIFIED))
                .ownerId(OnSimulator.PERSON)
                .text("São Paulo")
                .expectedCloseAfter(LocalDate.of(2026, 1, 1))
                .expectedCloseBefore(LocalDate.of(2026, 3, 31))
                .pageSize(25)
                .putExtras("sort_by", "name")
                .putExtras("sort_order", "asc")
                .putExtras("deal_ids", List.of(ID))
                .putExtras("list_id", SAMPLE_ID)
                .putExtras("deal_status_ids_excluded", List.of(OnSimulator.WON))
                .putExtras("owner_ids_excluded", List.of(SAMPLE_ID))
                .putExtras("show_archived", false)
                .putExtras("open_date_filter", Map.of("start_date", "2026-01-01", "include_empty", true))
                .putExtras("select_attribute_filters", List.of(select))
                .putExtras("team_member_attribute_filters", List.of(Map.of("attribute_id", SAMPLE_ID)))
                .putExtras(
                        "numeric_attribute_filters",
                        List.of(Map.of("attribute_id", OnSimulator.YEARS, "min", 0.10, "max", 7)))
                .putExtras(
                        "date_attribute_filters", List.of(Map.of("attribute_id", SAMPLE_ID, "end_date", "2026-01-01")))
                .build();

        assertThat(connect().list(query)).isEmpty();

        assertWrite("POST /v1/deals/search", """
                {"offset": 0, "limit": 25, "sort_by": "name", "sort_order": "asc", "keywords": ["São Paulo"],
                 "deal_ids": ["%1$s"], "list_id": "%2$s", "deal_status_ids_included": ["%3$s"],
                 "deal_status_ids_excluded": ["%4$s"], "owner_ids_included": ["%5$s"], "owner_ids_excluded": ["%2$s"],
                 "show_open_deals_only": true, "show_archived": false,
                 "closed_date_filter": {"start_date": "2026-01-01", "end_date": "2026-03-31"},
                 "open_date_filter": {"start_date": "2026-01-01", "include_empty": true},
                 "select_attribute_filters": [{"attribute_id": "%6$s", "values": ["a"], "excluded_values": ["b"],
                   "require_all": true, "include_empty": false}],
                 "team_member_attribute_filters": [{"attribute_id": "%2$s"}],
                 "numeric_attribute_filters": [{"attribute_id": "%7$s", "min": 0.1, "max": 7}],
                 "date_attribute_filters": [{"attribute_id": "%2$s", "end_date": "2026-01-01"}],
                 "include": ["custom_fields"]}
                """.formatted(
                        ID,
                        SAMPLE_ID,
                        OnSimulator.QUALIFIED,
                        OnSimulator.WON,
                        OnSimulator.PERSON,
                        OnSimulator.TAGS,
                        OnSimulator.YEARS));
    }

    @Test
    void stages_allowedUnverified_areReadFromTheInferredPath() throws InterruptedException {
        server.enqueue(
                Fixtures.data("[{\"id\": \"s1\", \"name\": \"Prospect\", \"color\": \"red\"}, {\"id\": \"s2\"}]"));

        assertThat(connect("deals.allow-unverified", "true").stages())
                .extracting(stage -> stage.id() + "/" + stage.name())
                .containsExactly("s1/Prospect", "s2/");

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod() + " " + sent.getTarget()).isEqualTo("GET /v1/deals/statuses");
    }

    private void answer(String file) {
        server.enqueue(Fixtures.json(200, Fixtures.text(file)));
    }

    private void assertWrite(String requestLine, String body) throws InterruptedException {
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getMethod() + " " + sent.getTarget()).isEqualTo(requestLine);
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer ats-key");
        assertThat(sent.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(Fixtures.tree(Objects.requireNonNull(sent.getBody()).utf8())).isEqualTo(Fixtures.tree(body));
    }
}
