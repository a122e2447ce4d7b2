package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.LOST;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.TOKEN;
import static dev.dealsdk.backside.BacksideServer.WON;
import static dev.dealsdk.backside.BacksideServer.body;
import static dev.dealsdk.backside.BacksideServer.fixture;
import static dev.dealsdk.backside.BacksideServer.json;
import static dev.dealsdk.backside.BacksideServer.movedTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.VendorRequest;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, compared with the documented requests. */
final class BacksideRequestTest {
    private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient deals;

    @BeforeEach
    void connect() {
        deals = BacksideServer.connect(
                server,
                Map.of(
                        "deals.stages.proposal", PROPOSAL,
                        "deals.stages.closed", WON,
                        "deals.won-stage", "closed",
                        "deals.lost-stage", LOST,
                        "deals.open-stage", PROPOSAL,
                        "deals.allow-unverified", "true"));
    }

    @AfterEach
    void close() {
        deals.close();
    }

    @Test
    void get_anyDeal_isTheDocumentedRequest() throws Exception {
        RecordedRequest sent = answering(200, "{\"id\":\"" + DEAL + "\"}", () -> deals.get(DEAL));

        assertThat(line(sent)).isEqualTo("GET /api/v1/deals/" + DEAL);
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(sent.getBodySize()).isZero();
    }

    @Test
    void move_byStageId_isTheDocumentedRequest() throws Exception {
        RecordedRequest sent = answering(200, movedTo(PROPOSAL), () -> deals.move(DEAL, StageRef.id(PROPOSAL)));

        assertThat(line(sent)).isEqualTo("POST /api/v1/deals/" + DEAL + "/move");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(body(sent)).isEqualTo(Map.of("stage_id", PROPOSAL));
    }

    @Test
    void move_byAlias_sendsTheIdBehindIt() throws Exception {
        RecordedRequest sent = answering(200, movedTo(PROPOSAL), () -> deals.move(DEAL, StageRef.named("proposal")));

        assertThat(body(sent)).isEqualTo(Map.of("stage_id", PROPOSAL));
    }

    @Test
    void win_withItsStageNamedByAlias_isAMoveThere() throws Exception {
        RecordedRequest sent = answering(200, movedTo(WON), () -> deals.win(DEAL));

        assertThat(line(sent)).isEqualTo("POST /api/v1/deals/" + DEAL + "/move");
        assertThat(body(sent)).isEqualTo(Map.of("stage_id", WON));
    }

    @Test
    void lose_withItsStageConfigured_isAMoveThere() throws Exception {
        RecordedRequest sent = answering(
                200, movedTo(LOST), () -> deals.lose(DEAL, Loss.builder().build()));

        assertThat(line(sent)).isEqualTo("POST /api/v1/deals/" + DEAL + "/move");
        assertThat(body(sent)).isEqualTo(Map.of("stage_id", LOST));
    }

    @Test
    void reopen_withoutAStage_isAMoveToTheConfiguredOne() throws Exception {
        RecordedRequest sent = answering(200, movedTo(PROPOSAL), () -> deals.reopen(DEAL));

        assertThat(line(sent)).isEqualTo("POST /api/v1/deals/" + DEAL + "/move");
        assertThat(body(sent)).isEqualTo(Map.of("stage_id", PROPOSAL));
    }

    @Test
    void reopen_withAStage_isAMoveToIt() throws Exception {
        Reopen elsewhere = Reopen.builder().stage(StageRef.id(CONTACT)).build();

        RecordedRequest sent = answering(200, movedTo(CONTACT), () -> deals.reopen(DEAL, elsewhere));

        assertThat(body(sent)).isEqualTo(Map.of("stage_id", CONTACT));
    }

    @Test
    void list_allDeals_hasNoParameters() throws Exception {
        RecordedRequest sent = answering(
                200, "[]", () -> assertThat(deals.list(DealQuery.all())).isEmpty());

        assertThat(line(sent)).isEqualTo("GET /api/v1/deals");
    }

    @Test
    void list_byStage_hasTheOneParameterThatIsDocumented() throws Exception {
        DealQuery query = DealQuery.builder().stage(StageRef.named("proposal")).build();

        RecordedRequest sent =
                answering(200, "[]", () -> assertThat(deals.list(query)).isEmpty());

        assertThat(line(sent)).isEqualTo("GET /api/v1/deals?stage_id=" + PROPOSAL);
    }

    @Test
    void listDeals_asOfAMoment_saysWhichMoments() throws Exception {
        BacksideDealQuery query = BacksideDealQuery.builder()
                .stageId(PROPOSAL)
                .asOf(THEN)
                .validAt(THEN.minusSeconds(60))
                .build();

        RecordedRequest sent = answering(200, "[]", () -> api().listDeals(query));

        assertThat(line(sent))
                .isEqualTo("GET /api/v1/deals?stage_id=" + PROPOSAL
                        + "&as_of=2026-05-01T00%3A00%3A00Z&valid_at=2026-04-30T23%3A59%3A00Z");
    }

    @Test
    void getDealAsOf_oneMoment_asksForItAlone() throws Exception {
        RecordedRequest sent = answering(200, movedTo(PROPOSAL), () -> api().getDealAsOf(DEAL, THEN));

        assertThat(line(sent)).isEqualTo("GET /api/v1/deals/" + DEAL + "?as_of=2026-05-01T00%3A00%3A00Z");
    }

    @Test
    void getDealAsOf_twoMoments_asksForBoth() throws Exception {
        RecordedRequest sent =
                answering(200, movedTo(PROPOSAL), () -> api().getDealAsOf(DEAL, THEN, THEN.plusSeconds(1)));

        assertThat(line(sent))
                .isEqualTo("GET /api/v1/deals/" + DEAL
                        + "?as_of=2026-05-01T00%3A00%3A00Z&valid_at=2026-05-01T00%3A00%3A01Z");
    }

    @Test
    void listDealContacts_anyDeal_isTheDocumentedRequest() throws Exception {
        RecordedRequest sent =
                answering(200, fixture("contacts_documented_response.json"), () -> api().listDealContacts(DEAL));

        assertThat(line(sent)).isEqualTo("GET /api/v1/deals/" + DEAL + "/contacts");
    }

    @Test
    void addDealContact_allFields_isTheDocumentedRequest() throws Exception {
        BacksideDealContactCreate contact = BacksideDealContactCreate.builder()
                .contactId(DEAL)
                .introducedBy(DEAL)
                .isPrimary(true)
                .role("<string>")
                .build();

        RecordedRequest sent =
                answering(201, fixture("contact_documented_response.json"), () -> api().addDealContact(DEAL, contact));

        assertThat(line(sent)).isEqualTo("POST /api/v1/deals/" + DEAL + "/contacts");
        assertThat(body(sent))
                .isEqualTo(Map.of("contact_id", DEAL, "introduced_by", DEAL, "is_primary", true, "role", "<string>"));
    }

    @Test
    void addDealContact_idAlone_leavesTheRestOut() throws Exception {
        RecordedRequest sent = answering(
                201,
                fixture("contact_documented_response.json"),
                () -> api().addDealContact(DEAL, BacksideDealContactCreate.of(CONTACT)));

        assertThat(body(sent)).isEqualTo(Map.of("contact_id", CONTACT));
    }

    @Test
    void send_anyRequest_goesOutAuthenticated() throws Exception {
        VendorRequest request = VendorRequest.put("api", "v1", "deals", DEAL).json(json -> json.value("name", "ñ"));

        RecordedRequest sent = answering(200, "{}", () -> api().send(request));

        assertThat(line(sent)).isEqualTo("PUT /api/v1/deals/" + DEAL);
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(body(sent)).isEqualTo(Map.of("name", "ñ"));
    }

    private BacksideApi api() {
        return deals.unwrap(BacksideApi.class);
    }

    private RecordedRequest answering(int status, String answer, Runnable call) throws InterruptedException {
        server.enqueue(json(status, answer));
        call.run();
        assertThat(server.getRequestCount()).isEqualTo(1);
        return server.takeRequest();
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getTarget();
    }
}
