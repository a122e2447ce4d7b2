package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.body;
import static dev.dealsdk.backside.BacksideServer.fixture;
import static dev.dealsdk.backside.BacksideServer.json;
import static dev.dealsdk.backside.BacksideServer.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.VendorUnavailableException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Create, update and delete as they are inferred: what is sent, and what is known of a failure. */
final class BacksideWriteTest {
    private static final String COMPANY = "7a1b2c3d-4e5f-6789-abcd-ef0123456780";
    private static final String BARE = "{\"id\":\"" + DEAL + "\",\"name\":\"Ana\",\"metadata\":{},\"amount\":7}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient deals;

    @BeforeEach
    void connect() {
        deals = BacksideServer.connect(server, Map.of("deals.allow-unverified", "true"));
    }

    @AfterEach
    void close() {
        deals.close();
    }

    @Test
    void create_allFields_isAPostOnTheCollection() throws Exception {
        server.enqueue(json(201, BARE));

        Deal created = deals.create(NewDeal.builder()
                .name("Ana ñ")
                .value(DealValue.builder()
                        .amount(new BigDecimal("12000.50"))
                        .currency("EUR")
                        .period(ValuePeriod.ONE_TIME)
                        .build())
                .stage(StageRef.id(PROPOSAL))
                .contact(Contact.builder().id(CONTACT).build())
                .company(Company.builder().id(COMPANY).build())
                .expectedCloseOn(LocalDate.of(2026, 6, 30))
                .description("Renewal")
                .putCustomFields("margin", new BigDecimal("0.10"))
                .putExtras("next_step", "Call")
                .putExtras("confidence", new BigDecimal("60"))
                .build());

        assertThat(created.id()).isEqualTo(DEAL);
        RecordedRequest sent = server.takeRequest();
        assertThat(line(sent)).isEqualTo("POST /api/v1/deals");
        assertThat(body(sent))
                .isEqualTo(tree("{\"name\":\"Ana ñ\",\"stage_id\":\"" + PROPOSAL + "\",\"amount\":12000.5,"
                        + "\"currency\":\"EUR\",\"value_period\":\"one_time\",\"confidence\":60,\"contact_id\":\""
                        + CONTACT
                        + "\",\"organization_id\":\"" + COMPANY + "\",\"expected_close_date\":\"2026-06-30\","
                        + "\"description\":\"Renewal\",\"next_step\":\"Call\",\"metadata\":{\"margin\":0.10}}"));
    }

    @Test
    void create_nameAlone_sendsNothingElse() throws Exception {
        server.enqueue(json(201, BARE));

        deals.create(NewDeal.builder().name("Ana").build());

        assertThat(body(server.takeRequest())).isEqualTo(Map.of("name", "Ana"));
    }

    @Test
    void create_lostResponse_isUnknownAndSentOnce() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());

        VendorUnavailableException failure = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> deals.create(NewDeal.builder().name("Ana").build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void update_oneField_putsEverythingElseAsItWasJustRead() throws Exception {
        server.enqueue(json(200, fixture("get_realistic_response.json")));
        server.enqueue(json(200, fixture("get_realistic_response.json")));

        deals.update(DEAL, DealUpdate.builder().name("Renamed").build());

        assertThat(line(server.takeRequest())).isEqualTo("GET /api/v1/deals/" + DEAL);
        RecordedRequest put = server.takeRequest();
        assertThat(line(put)).isEqualTo("PUT /api/v1/deals/" + DEAL);
        Map<String, @Nullable Object> expected = realistic();
        expected.put("name", "Renamed");
        assertThat(body(put)).isEqualTo(expected);
    }

    @Test
    void update_customField_isMergedIntoTheMetadataAsRead() throws Exception {
        server.enqueue(json(200, fixture("get_realistic_response.json")));
        server.enqueue(json(200, fixture("get_realistic_response.json")));

        deals.update(
                DEAL,
                DealUpdate.builder()
                        .putCustomFields("score", "high")
                        .putCustomFields("new", true)
                        .build());

        server.takeRequest();
        Map<String, @Nullable Object> expected = realistic();
        Map<Object, @Nullable Object> metadata = new HashMap<>((Map<?, ?>) expected.get("metadata"));
        metadata.put("score", "high");
        metadata.put("new", true);
        expected.put("metadata", metadata);
        assertThat(body(server.takeRequest())).isEqualTo(expected);
    }

    @Test
    void update_amountAlone_leavesCurrencyAndPeriodAsRead() throws Exception {
        server.enqueue(json(200, fixture("get_realistic_response.json")));
        server.enqueue(json(200, fixture("get_realistic_response.json")));

        deals.update(DEAL, DealUpdate.builder().value(DealValue.of("1.25")).build());

        server.takeRequest();
        Map<String, @Nullable Object> expected = realistic();
        expected.put("amount", new BigDecimal("1.25"));
        assertThat(body(server.takeRequest())).isEqualTo(expected);
    }

    @Test
    void update_fieldsOfAnotherType_goBackAsTheyCame() throws Exception {
        String odd = "{\"id\":\"" + DEAL + "\",\"name\":\"n\",\"amount\":\"12\",\"metadata\":\"imported\","
                + "\"confidence\":0.5,\"tenant_id\":7,\"other\":1}";
        server.enqueue(json(200, odd));
        server.enqueue(json(200, odd));

        deals.update(DEAL, DealUpdate.builder().name("m").build());

        server.takeRequest();
        assertThat(body(server.takeRequest()))
                .isEqualTo(tree("{\"name\":\"m\",\"amount\":\"12\",\"metadata\":\"imported\",\"confidence\":0.5}"));
    }

    @Test
    void update_customFieldInMetadataThatIsNoObject_changesNothing() {
        server.enqueue(json(200, "{\"id\":\"" + DEAL + "\",\"metadata\":\"imported\"}"));

        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.update(
                        DEAL, DealUpdate.builder().putCustomFields("a", "b").build()));

        assertThat(refusal.fieldErrors()).extracting(FieldError::field).containsExactly("customFields");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void update_customFieldInNullMetadata_isSet() throws Exception {
        server.enqueue(json(200, "{\"id\":\"" + DEAL + "\",\"metadata\":null}"));
        server.enqueue(json(200, BARE));

        deals.update(DEAL, DealUpdate.builder().putCustomFields("a", "b").build());

        server.takeRequest();
        assertThat(body(server.takeRequest())).isEqualTo(Map.of("metadata", Map.of("a", "b")));
    }

    @Test
    void update_clearedField_isSentAsNull() throws Exception {
        server.enqueue(json(200, fixture("get_realistic_response.json")));
        server.enqueue(json(200, BARE.replace(":7", ":null")));

        Deal updated = deals.update(
                DEAL,
                DealUpdate.builder()
                        .clear(DealField.VALUE)
                        .clear(DealField.EXPECTED_CLOSE_ON)
                        .build());

        assertThat(updated.value()).isEmpty();
        server.takeRequest();
        Map<String, @Nullable Object> expected = realistic();
        for (String name : new String[] {"amount", "currency", "value_period", "expected_close_date"}) {
            expected.put(name, null);
        }
        assertThat(body(server.takeRequest())).isEqualTo(expected);
    }

    @Test
    void update_clearedFieldThatStays_saysThatItsFateIsUnknown() {
        server.enqueue(json(200, BARE));
        server.enqueue(json(200, BARE));

        InvalidRequestException failure = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.update(
                        DEAL, DealUpdate.builder().clear(DealField.VALUE).build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.fieldErrors()).extracting(FieldError::field).containsExactly("amount");
    }

    @Test
    void update_readFails_hasChangedNothing() {
        server.enqueue(json(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"no\"}}"));

        DealsException failure = failureOfUpdate();

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void update_dealThatIsDeleted_isNotFound() {
        server.enqueue(json(200, "{\"id\":\"" + DEAL + "\",\"deleted_at\":\"2026-04-03T08:00:00Z\"}"));

        DealsException failure = failureOfUpdate();

        assertThat(failure).isInstanceOf(DealNotFoundException.class);
        assertThat(failure.dealId()).contains(DEAL);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void update_putIsLost_isSentAgainWithTheSameBody() throws Exception {
        server.enqueue(json(200, BARE));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(json(200, BARE));

        assertThat(deals.update(DEAL, DealUpdate.builder().name("m").build()).id())
                .isEqualTo(DEAL);

        assertThat(line(server.takeRequest())).startsWith("GET ");
        assertThat(body(server.takeRequest())).isEqualTo(body(server.takeRequest()));
    }

    @Test
    void update_putAnswersWithAnotherThing_isAppliedAndMalformed() {
        server.enqueue(json(200, BARE));
        server.enqueue(json(200, "{\"message\":\"updated\"}"));

        DealsException failure = failureOfUpdate();

        assertThat(failure).isInstanceOf(MalformedResponseException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void update_putIsRefused_isRejected() {
        server.enqueue(json(200, BARE));
        server.enqueue(json(405, "{\"error\":{\"code\":\"method_not_allowed\",\"message\":\"no\"}}"));

        DealsException failure = failureOfUpdate();

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void delete_anyDeal_isADeleteOnIt() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        deals.delete(DEAL);

        RecordedRequest sent = server.takeRequest();
        assertThat(line(sent)).isEqualTo("DELETE /api/v1/deals/" + DEAL);
        assertThat(sent.getBodySize()).isZero();
    }

    @Test
    void get_dealThatIsDeleted_isNotFound() {
        server.enqueue(json(200, "{\"id\":\"" + DEAL + "\",\"deleted_at\":\"2026-04-03T08:00:00Z\"}"));

        assertThatExceptionOfType(DealNotFoundException.class)
                .isThrownBy(() -> deals.get(DEAL))
                .satisfies(failure -> assertThat(failure.dealId()).contains(DEAL));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                invalid("contact.id", named().contact(Contact.builder().id("7").build())),
                invalid("company.id", named().company(Company.builder().id("7").build())),
                invalid("stage", named().stage(StageRef.id("7"))),
                invalid("extras.pipeline_id", named().putExtras("pipeline_id", "7")),
                invalid("extras.confidence", named().putExtras("confidence", new BigDecimal("0.5"))),
                invalid("extras.confidence", named().putExtras("confidence", new BigDecimal("2147483648"))),
                invalid("extras.confidence", named().putExtras("confidence", "60")),
                invalid("extras.next_step", named().putExtras("next_step", new BigDecimal("1"))),
                invalid("extras.source", named().putExtras("source", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void create_valueOfAnotherForm_isRefusedNamingIt(String field, NewDeal deal) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> deals.create(deal));

        assertThat(refusal.fieldErrors()).extracting(FieldError::field).containsExactly(field);
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void ownApi_hasTheInferredCallsToo() throws Exception {
        server.enqueue(json(201, BARE));
        server.enqueue(json(200, BARE));
        server.enqueue(new MockResponse.Builder().code(204).build());
        BacksideApi api = deals.unwrap(BacksideApi.class);

        BacksideDeal made =
                api.createDeal(BacksideDealFields.builder().name("Ana").build());
        api.updateDeal(
                DEAL,
                BacksideDealFields.builder()
                        .from(BacksideDealFields.of(made))
                        .nextStep("Call")
                        .build());
        api.deleteDeal(DEAL);

        assertThat(body(server.takeRequest())).isEqualTo(Map.of("name", "Ana"));
        assertThat(body(server.takeRequest()))
                .isEqualTo(tree("{\"name\":\"Ana\",\"amount\":7,\"metadata\":{},\"next_step\":\"Call\"}"));
        assertThat(line(server.takeRequest())).isEqualTo("DELETE /api/v1/deals/" + DEAL);
    }

    private DealsException failureOfUpdate() {
        return catchThrowableOfType(
                DealsException.class,
                () -> deals.update(DEAL, DealUpdate.builder().name("m").build()));
    }

    /** What of the fixture can be written and has a value. */
    private static Map<String, @Nullable Object> realistic() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        ((Map<?, ?>) tree(fixture("get_realistic_response.json")))
                .forEach((name, value) -> body.put(String.valueOf(name), value));
        Stream.of(
                        "id",
                        "tenant_id",
                        "created_at",
                        "updated_at",
                        "deleted_at",
                        "contacts",
                        "pipeline_name",
                        "stage_name",
                        "_temporal",
                        "weighted_amount",
                        "lost_reason")
                .forEach(body::remove);
        return body;
    }

    private static NewDeal.Builder named() {
        return NewDeal.builder().name("n");
    }

    private static Arguments invalid(String field, NewDeal.Builder deal) {
        return Arguments.of(field, deal.build());
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getTarget();
    }
}
