package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact requests, against the samples of the documentation. */
final class StoraRequestTest extends WireTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void get_deal_isShown() throws Exception {
        answer(200, Bodies.sample("show_response"));

        Deal deal = deals.get(DEAL);

        assertThat(deal.name()).contains("First Deal");
        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("GET /2025-09/deals/" + DEAL + " HTTP/1.1");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
        assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("Idempotency-Key")).isNull();
    }

    @Test
    void create_sampleDeal_sendsTheSampleBody() throws Exception {
        answer(201, Bodies.sample("create_response"));

        Deal deal = deals.create(NewDeal.builder()
                .name("Acme Corp Storage")
                .contact(Contact.builder().id("con_1234567890abcdef").build())
                .stage(StageRef.id("dstg_127b3057d5df338e"))
                .addLineItems(
                        LineItem.builder()
                                .type("unit_type")
                                .itemId("utype_f18fc91387cdf710")
                                .build(),
                        LineItem.builder()
                                .type("protection")
                                .itemId("plvl_e8f3ad0a07e47566")
                                .build())
                .build());

        assertThat(deal.id()).isEqualTo("deal_a1b2c3d4e5f67890");
        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("POST /2025-09/deals HTTP/1.1");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("Idempotency-Key")).matches(UUID);
        assertThat(body(sent)).isEqualTo(Bodies.tree(Bodies.sample("create_request")));
    }

    @Test
    void create_otherFields_areNamedAsInAnUpdate() throws Exception {
        answer(201, Bodies.sample("create_response"));

        deals.create(NewDeal.builder()
                .addOwnerIds("staff_1")
                .putCustomFields("k", "v")
                .putExtras("note", "n")
                .putExtras("site", Map.of("id", "site_1"))
                .putExtras("starts_at", "2026-12-01")
                .build());

        assertThat(body(sent())).isEqualTo(Bodies.tree("""
                {"assignee":{"id":"staff_1"},"metadata":{"k":"v"},"note":"n","site":{"id":"site_1"},
                 "starts_at":"2026-12-01"}
                """));
    }

    @Test
    void update_setFields_areSentAlone() throws Exception {
        answer(200, Bodies.sample("update_response"));

        deals.update(
                DEAL,
                DealUpdate.builder()
                        .name("Acme Corp Storage (Renamed)")
                        .lineItems(List.of(LineItem.builder()
                                .type("unit_type")
                                .itemId("utype_f18fc91387cdf710")
                                .quantity(new BigDecimal("1.0"))
                                .build()))
                        .build());

        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("PATCH /2025-09/deals/" + DEAL + " HTTP/1.1");
        assertThat(sent.getHeaders().get("Idempotency-Key")).isNull();
        assertThat(body(sent)).isEqualTo(Bodies.tree("""
                {"name":"Acme Corp Storage (Renamed)",
                 "line_items":[{"type":"unit_type","item":{"id":"utype_f18fc91387cdf710"}}]}
                """));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    OWNERS        | {"assignee":null}
                    CUSTOM_FIELDS | {"metadata":{}}
                    LINE_ITEMS    | {"line_items":[]}
                    """)
    void update_clearedField_isSentInItsOwnForm(DealField field, String body) throws Exception {
        answer(200, Bodies.sample("update_response"));

        deals.update(DEAL, DealUpdate.builder().clear(field).build());

        assertThat(body(sent())).isEqualTo(Bodies.tree(body));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"note", "site", "starts_at"})
    void update_extraThatIsNull_isSentAsNull(String name) throws Exception {
        answer(200, Bodies.sample("update_response"));

        deals.update(DEAL, DealUpdate.builder().putExtras(name, null).build());

        assertThat(body(sent())).isEqualTo(Bodies.tree("{\"" + name + "\":null}"));
    }

    @Test
    void update_emptyLists_areSentAndAnEmptyMapIsNot() throws Exception {
        answer(200, Bodies.sample("update_response"));

        deals.update(
                DEAL,
                DealUpdate.builder()
                        .ownerIds(List.of())
                        .lineItems(List.of())
                        .customFields(Map.of())
                        .build());

        assertThat(body(sent())).isEqualTo(Bodies.tree("{\"assignee\":null,\"line_items\":[]}"));
    }

    @Test
    void win_deal_sendsNoBody() throws Exception {
        answer(200, Bodies.sample("win_response"));

        assertThat(deals.win(DEAL).status()).isEqualTo(DealStatus.WON);

        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("POST /2025-09/deals/" + DEAL + "/win HTTP/1.1");
        assertThat(sent.getBodySize()).isZero();
        assertThat(sent.getHeaders().get("Content-Type")).isNull();
        assertThat(sent.getHeaders().get("Idempotency-Key")).matches(UUID);
    }

    @Test
    void lose_deal_sendsTheReason() throws Exception {
        answer(200, Bodies.sample("lose_response"));

        assertThat(deals.lose(DEAL, "accessibility_concern").lostReason()).contains("price_concerns");

        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("POST /2025-09/deals/" + DEAL + "/lose HTTP/1.1");
        assertThat(body(sent)).isEqualTo(Map.of("lost_reason", "accessibility_concern"));
    }

    @Test
    void reopen_sampleCall_sendsTheSampleBody() throws Exception {
        // The sample of the response has another stage than that of the request.
        answer(200, Bodies.sample("reopen_response").replace("dstg_127b3057d5df338e", "dstg_721b3057d5df338e"));

        Deal deal = deals.reopen(
                DEAL,
                Reopen.builder()
                        .stage(StageRef.id("dstg_721b3057d5df338e"))
                        .addOwnerIds("staff_947b3057d5df338e")
                        .build());

        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.name()).contains("Won Deal");
        RecordedRequest sent = sent();
        assertThat(sent.getRequestLine()).isEqualTo("POST /2025-09/deals/" + DEAL + "/reopen HTTP/1.1");
        assertThat(body(sent)).isEqualTo(Bodies.tree(Bodies.sample("reopen_request")));
    }

    @Test
    void list_query_namesPageAndLimit() throws Exception {
        answer(200, Bodies.sample("list_deleted_stage_response"));

        assertThat(deals.list(DealQuery.all()).stream().toList())
                .extracting(deal -> deal.stageName().orElse(""))
                .containsExactly("", "Second Stage - (Deleted)");

        assertThat(sent().getRequestLine()).isEqualTo("GET /2025-09/deals?page=1&limit=100 HTTP/1.1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_idempotencyKeyOfTheCaller_isSent() throws Exception {
        answer(201, Bodies.sample("create_response"));

        deals.with(CallOptions.builder().idempotencyKey("order-4711").build())
                .create(NewDeal.builder().name("n").build());

        assertThat(sent().getHeaders().get("Idempotency-Key")).isEqualTo("order-4711");
    }

    @Test
    void writes_madeTwice_haveTwoKeys() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answer(200, Bodies.sample("win_response"));
            deals.win(DEAL);
            keys.add(String.valueOf(sent().getHeaders().get("Idempotency-Key")));
        }

        assertThat(keys).doesNotHaveDuplicates();
    }
}
