package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Every call to the letter: request line, headers and body, by the documented samples. */
class Play2SellWireTest extends OnMockServer {

    @Test
    void create_documentedSample() throws InterruptedException {
        answer(201, "create_composed_response.json");

        Deal deal = connect()
                .create(NewDeal.builder()
                        .name("StartupXYZ - Pro Plan")
                        .value(DealValue.of("12000"))
                        .contact(Contact.builder()
                                .name("Carlos Silva")
                                .email("carlos@startupxyz.com")
                                .build())
                        .company(Company.named("StartupXYZ"))
                        .expectedCloseOn(LocalDate.of(2026, 5, 1))
                        .putExtras("priority", "medium")
                        .build());

        assertWrite("POST /v1/deals", "create_docs_request.json");
        assertThat(deal.id()).isEqualTo(OnSimulator.STARTUP);
        assertThat(deal.value()).contains(DealValue.of("12000"));
        assertThat(deal.ownerIds()).isEmpty();
    }

    @Test
    void get_documentedSample() throws InterruptedException {
        answer(200, "get_composed_response.json");

        Deal deal = connect().get(ID);

        assertRead("GET /v1/deals/" + ID);
        assertThat(deal.name()).contains("Tech Corp - Enterprise License");
    }

    @Test
    void update_documentedSample() throws InterruptedException {
        answer(200, "update_composed_response.json");

        Deal deal = connect()
                .update(
                        ID,
                        DealUpdate.builder()
                                .value(DealValue.of("85000"))
                                .putExtras("priority", "high")
                                .build());

        assertWrite("PATCH /v1/deals/" + ID, "update_docs_request.json");
        assertThat(deal.value()).contains(DealValue.of("85000"));
    }

    @Test
    void move_documentedSample() throws InterruptedException {
        answer(200, "move_composed_response.json");

        Deal deal = connect()
                .move(
                        ID,
                        Move.builder()
                                .stage(StageRef.id(OnSimulator.NEGOTIATION))
                                .note("Client approved the proposal, moving to negotiation")
                                .build());

        assertWrite("POST /v1/deals/" + ID + "/move", "move_docs_request.json");
        assertThat(deal.stageName()).contains("Negotiation");
    }

    @Test
    void win_documentedSample() throws InterruptedException {
        answer(200, "win_composed_response.json");

        Deal deal = connect()
                .win(
                        ID,
                        Win.builder()
                                .finalValue(DealValue.of("82000"))
                                .note("Signed 12-month contract")
                                .build());

        assertWrite("POST /v1/deals/" + ID + "/close", "win_docs_request.json");
        assertThat(deal.status()).isEqualTo(DealStatus.WON);
    }

    @Test
    void lose_documentedSample() throws InterruptedException {
        answer(200, "lose_composed_response.json");

        Deal deal = connect()
                .lose(
                        ID,
                        Loss.builder()
                                .reason("Lost to competitor")
                                .note("Chose CompetitorX due to lower pricing")
                                .build());

        assertWrite("POST /v1/deals/" + ID + "/close", "lose_docs_request.json");
        assertThat(deal.status()).isEqualTo(DealStatus.LOST);
    }

    @Test
    void list_documentedSample() throws InterruptedException {
        answer(200, "list_docs_response.json");

        Page<Deal> page = connect()
                .list(DealQuery.builder().status(DealStatus.OPEN).pageSize(20).build())
                .pages()
                .iterator()
                .next();

        assertRead("GET /v1/deals?page=1&per_page=20&status=open");
        assertThat(page.items()).extracting(Deal::id).containsExactly(ID);
        assertThat(page.total()).contains(89L);
        assertThat(page.nextPageToken()).isPresent();
    }

    @Test
    void stages_documentedSample() throws InterruptedException {
        answer(200, "stages_docs_response.json");

        assertThat(connect().stages())
                .hasSize(6)
                .first()
                .extracting(Stage::name)
                .isEqualTo("Prospecting");

        assertRead("GET /v1/stages");
    }

    @Test
    void delete_noContent() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(204).build());

        connect().delete(ID);

        assertRead("DELETE /v1/deals/" + ID);
    }

    @Test
    void oauth_documentedSample() throws InterruptedException {
        answer(200, "oauth_docs_response.json");
        answer(200, "stages_docs_response.json");
        Map<String, String> config = Map.of(
                "deals.provider", "play2sell",
                "deals.base-url", url(),
                "deals.oauth.token-url", url() + "/oauth/token",
                "deals.oauth.client-id", "YOUR_CLIENT_ID",
                "deals.oauth.client-secret", "YOUR_CLIENT_SECRET");

        try (DealsClient client = DealsClient.connect(OnSimulator.config(config))) {
            client.stages();
        }

        RecordedRequest exchange = server.takeRequest();
        assertThat(exchange.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertThat(bodyOf(exchange)).isEqualTo(Fixtures.tree(Fixtures.text("oauth_docs_request.json")));
        assertThat(exchange.getHeaders().get("Authorization")).isNull();
        assertThat(server.takeRequest().getHeaders().values("Authorization"))
                .containsExactly("Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9");
    }

    @Test
    void baseUrl_withGatewayPrefix_keepsIt() throws InterruptedException {
        answer(200, "stages_docs_response.json");

        connect("deals.base-url", url() + "/gateway/sales").stages();

        assertRead("GET /gateway/sales/v1/stages");
    }

    /** Whether a null clears a field is not documented; whoever sets the switch takes that upon themselves. */
    @Test
    void update_clearedFieldsWithUnverifiedAllowed_areSentAsNull() throws InterruptedException {
        answer(200, "update_composed_response.json");

        connect("deals.allow-unverified", "true")
                .update(
                        ID,
                        DealUpdate.builder()
                                .name("Kept")
                                .clear(DealField.CONTACT_NAME)
                                .clear(DealField.CONTACT_EMAIL)
                                .clear(DealField.COMPANY_NAME)
                                .clear(DealField.OWNERS)
                                .clear(DealField.EXPECTED_CLOSE_ON)
                                .clear(DealField.TAGS)
                                .build());

        assertThat(bodyOf(server.takeRequest())).isEqualTo(Fixtures.tree("""
                {"name": "Kept", "contact_name": null, "contact_email": null, "company": null, "owner_id": null,
                 "expected_close_date": null, "tags": []}
                """));
    }

    private void answer(int status, String file) {
        server.enqueue(Fixtures.json(status, Fixtures.text(file)));
    }

    private void assertWrite(String line, String bodyFile) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo(line + " HTTP/1.1");
        assertHeaders(request);
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(bodyOf(request)).isEqualTo(Fixtures.tree(Fixtures.text(bodyFile)));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void assertRead(String line) throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo(line + " HTTP/1.1");
        assertHeaders(request);
        assertThat(request.getHeaders().get("Content-Type")).isNull();
        assertThat(request.getBodySize()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static void assertHeaders(RecordedRequest request) {
        assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer eyJhbGciOiJSUzI1NiJ9.payload");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().values("User-Agent"))
                .singleElement()
                .asString()
                .matches("deals-sdk-java/\\d+\\.\\d+\\.\\d+\\S*");
    }

    private static Object bodyOf(RecordedRequest request) {
        return Fixtures.tree(Objects.requireNonNull(request.getBody()).utf8());
    }
}
