package dev.dealsdk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeutralJsonTest {
    private static final Path FILES = Path.of("src", "test", "resources", "dev", "dealsdk", "json");

    static Stream<Arguments> types() {
        return NeutralSamples.byType().entrySet().stream()
                .map(samples -> Arguments.of(samples.getKey(), samples.getValue()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void write_ofEveryType_isWhatTheFileSays(Class<?> type, List<?> samples) throws IOException {
        assertThat(samples.stream().map(NeutralJsonTest::text)).containsExactlyElementsOf(lines(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void read_ofEveryType_givesAnEqualValue(Class<?> type, List<?> samples) throws IOException {
        List<Object> read = new ArrayList<>();
        for (String line : lines(type)) {
            read.add(NeutralJson.read(type, tree(line), NeutralJsonTest::refuse));
        }

        assertThat(read).isEqualTo(samples);
    }

    @Test
    void write_ofAPage_isWhatTheFileSays() throws IOException {
        assertThat(NeutralSamples.pages().stream().map(NeutralJsonTest::text))
                .containsExactlyElementsOf(lines(Page.class));
    }

    @Test
    void types_allOfThem_haveSamples() {
        Set<Class<?>> sampled = new LinkedHashSet<>(NeutralSamples.byType().keySet());
        sampled.add(Page.class);

        assertThat(NeutralJson.types()).isEqualTo(sampled);
    }

    @Test
    void write_numberWithExponent_isPlainInExtrasToo() {
        Move move = Move.builder()
                .stage(StageRef.id("s"))
                .putExtras("n", List.of(new BigDecimal("1E+3")))
                .build();

        assertThat(text(move)).isEqualTo("{\"stage\":{\"id\":\"s\"},\"extras\":{\"n\":[1000]}}");
    }

    @Test
    void write_ofAnotherType_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeutralJson.write("text"))
                .withMessage("java.lang.String has no JSON form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeutralJson.read(String.class, "text", NeutralJsonTest::refuse))
                .withMessage("java.lang.String has no JSON form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"value":{"amount":"12"}}                  | value.amount: a number is expected, not the text "12"
                    {"value":{}}                               | value.amount: is missing
                    {"value":{"amount":1,"currency":"usd"}}    | value: currency: "usd" is not an ISO 4217 code such as USD (three upper-case letters)
                    {"value":{"amount":1,"period":"DAILY"}}    | value.period: one of ONE_TIME, MONTHLY, QUARTERLY, ANNUAL is expected, not the text "DAILY"
                    {"expectedCloseOn":"01.05.2026"}           | expectedCloseOn: a day such as "2026-05-01" is expected, not the text "01.05.2026"
                    {"expectedCloseOn":"2026-02-30"}           | expectedCloseOn: a day such as "2026-05-01" is expected, not the text "2026-02-30"
                    {"expectedCloseOn":20260501}               | expectedCloseOn: a day such as "2026-05-01" is expected, not the number 20260501
                    {"stage":"won"}                            | stage: a stage, {"id": "..."} or {"named": "..."}, is expected, not the text "won"
                    {"stage":{"nr":3}}                         | stage: a stage, {"id": "..."} or {"named": "..."}, is expected, not an object
                    {"stage":{"id":"1","named":"won"}}         | stage: a stage, {"id": "..."} or {"named": "..."}, is expected, not an object
                    {"stage":{"named":" "}}                    | stage.named: is blank
                    {"stage":{"id":3}}                         | stage.id: a text is expected, not the number 3
                    {"lineItems":[{"itemId":"a"},{"name":"b"}]}| lineItems[1].itemId: is missing
                    {"lineItems":{}}                           | lineItems: a list is expected, not an object
                    {"tags":["a",null]}                        | tags[1]: null cannot stand here
                    {"tags":["a",true]}                        | tags[1]: a text is expected, not true
                    {"extras":[]}                              | extras: an object is expected, not a list
                    {"reference":" "}                          | reference is blank
                    {"contact":{"phone":"1"}}                  | contact.phone: there is no such field; there are id, name, email
                    []                                         | an object is expected, not a list
                    null                                       | null cannot stand here
                    """)
    void read_badValue_namesItsPath(String json, String message) {
        assertThatExceptionOfType(JsonFormException.class)
                .isThrownBy(() -> NeutralJson.read(NewDeal.class, tree(json), NeutralJsonTest::refuse))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"pageSize":1.5}        | pageSize: a whole number is expected, not the number 1.5
                    {"pageSize":1e99999999} | pageSize: a whole number is expected, not the number 1E+99999999
                    {"pageSize":0}          | pageSize: 0 is less than 1
                    {"status":"UNKNOWN"}    | status: UNKNOWN cannot be a filter; leave it out to list all deals
                    {"status":"open"}       | status: one of OPEN, WON, LOST, UNKNOWN is expected, not the text "open"
                    """)
    void read_badQuery_namesItsPath(String json, String message) {
        assertThatExceptionOfType(JsonFormException.class)
                .isThrownBy(() -> NeutralJson.read(DealQuery.class, tree(json), NeutralJsonTest::refuse))
                .withMessage(message);
    }

    @Test
    void read_badMoment_namesItsPath() {
        String json = "{\"id\":\"1\",\"provider\":\"acme\",\"status\":\"OPEN\",\"closedAt\":\"2026-04-14\"}";

        assertThatExceptionOfType(JsonFormException.class)
                .isThrownBy(() -> NeutralJson.read(Deal.class, tree(json), NeutralJsonTest::refuse))
                .withMessage("closedAt: a moment such as \"2026-05-01T09:30:00Z\" is expected,"
                        + " not the text \"2026-04-14\"");
    }

    @Test
    void read_unknownField_isPassedOverIfNothingRefusesIt() {
        List<List<Object>> unknown = new ArrayList<>();

        NewDeal deal = NeutralJson.read(
                NewDeal.class,
                tree("{\"nam\":\"x\",\"lineItems\":[{\"itemId\":\"a\",\"sku\":1}],\"stage\":{\"id\":\"1\",\"x\":2}}"),
                fault -> unknown.add(fault.path()));

        assertThat(deal.name()).isEmpty();
        assertThat(deal.lineItems()).hasSize(1);
        assertThat(unknown).containsExactly(List.of("nam"), List.of("lineItems", 0, "sku"), List.of("stage", "x"));
    }

    @Test
    void read_nullsOfANewDeal_areAbsent() {
        NewDeal deal = NeutralJson.read(
                NewDeal.class, tree("{\"name\":null,\"tags\":null,\"extras\":null}"), NeutralJsonTest::refuse);

        assertThat(deal).isEqualTo(NewDeal.builder().build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"contact":null}                      | CONTACT_ID,CONTACT_NAME,CONTACT_EMAIL
                    {"company":null}                      | COMPANY_ID,COMPANY_NAME
                    {"value":null}                        | VALUE
                    {"value":{"amount":null}}             | VALUE
                    {"value":{"currency":null}}           | CURRENCY
                    {"contact":{"name":"Ann","id":null}}  | CONTACT_ID
                    {"tags":null,"extras":null}           | TAGS
                    """)
    void readUpdate_null_clears(String json, String cleared) {
        DealUpdate update = NeutralJson.read(DealUpdate.class, tree(json), NeutralJsonTest::refuse);

        assertThat(update.cleared())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(cleared.split(",")).map(DealField::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"stage":"won"}                          | stage: an update cannot set it; only null, which clears it, can stand here
                    {"nam":null}                             | nam: there is no such field; there are name, value, contact, company, ownerIds, lineItems, tags, customFields, expectedCloseOn, winProbability, description, extras
                    {"contact":{"phone":null}}               | contact.phone: there is no such field; there are id, name, email
                    {"value":{"amount":null,"currency":"X"}} | value.amount: is missing
                    {"value":{"amount":"5"}}                 | value.amount: a number is expected, not the text "5"
                    """)
    void readUpdate_badField_namesItsPath(String json, String message) {
        assertThatExceptionOfType(JsonFormException.class)
                .isThrownBy(() -> NeutralJson.read(DealUpdate.class, tree(json), NeutralJsonTest::refuse))
                .withMessage(message);
    }

    @Test
    void problem_ofAnInvalidRequest_namesTheFields() {
        DealsException failure = new InvalidRequestException(
                "",
                List.of(new FieldError("value.currency", "is not taken")),
                VendorCall.builder()
                        .provider("acme")
                        .operation(Operation.UPDATE)
                        .dealId("7")
                        .httpStatus(400)
                        .vendorCode("E1")
                        .requestId("req-1")
                        .attempts(1)
                        .outcome(Outcome.REJECTED)
                        .build(),
                null);

        assertThat(json(NeutralJson.problem(failure)))
                .isEqualTo(
                        "{\"type\":\"urn:dealsdk:problem:invalid-request\",\"title\":\"The request is wrong\","
                                + "\"status\":422,\"detail\":\"acme update 7: value.currency: is not taken, HTTP 400, code E1,"
                                + " request req-1\",\"provider\":\"acme\",\"operation\":\"UPDATE\",\"dealId\":\"7\","
                                + "\"outcome\":\"REJECTED\",\"httpStatus\":400,\"vendorCode\":\"E1\",\"requestId\":\"req-1\","
                                + "\"attempts\":1,\"fieldErrors\":[{\"field\":\"value.currency\",\"message\":\"is not taken\"}]}");
    }

    @Test
    void problem_ofASpentQuota_saysWhenItEnds() {
        DealsException failure = new RateLimitedException(
                "quota spent",
                Duration.ofMillis(11_001),
                Instant.parse("2026-05-01T00:00:12Z"),
                VendorCall.builder().outcome(Outcome.REJECTED).build());

        assertThat(NeutralJson.problem(failure))
                .containsEntry("status", new BigDecimal("429"))
                .containsEntry("retryAfterSeconds", new BigDecimal("12"))
                .containsEntry("retryAt", "2026-05-01T00:00:12Z");
    }

    static Stream<Arguments> failures() {
        VendorCall call = VendorCall.builder().outcome(Outcome.REJECTED).build();
        return Stream.of(
                Arguments.of(new DealNotFoundException("m", call, null), "deal-not-found", 404),
                Arguments.of(new ConflictException("m", call, null), "conflict", 409),
                Arguments.of(new UnsupportedByProviderException("m", call), "unsupported", 501),
                Arguments.of(new AuthenticationException("m", call, null), "authentication", 502),
                Arguments.of(new PermissionException("m", call, null), "permission", 403),
                Arguments.of(new VendorUnavailableException("m", call, null), "vendor-unavailable", 503),
                Arguments.of(new MalformedResponseException("m", call, null), "malformed-response", 502),
                Arguments.of(new ConfigurationException(List.of("m")), "configuration", 500));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void problem_ofEachException_hasItsOwnType(DealsException failure, String type, int status) {
        assertThat(NeutralJson.problem(failure))
                .containsEntry("type", "urn:dealsdk:problem:" + type)
                .containsEntry("status", BigDecimal.valueOf(status));
    }

    @Test
    void problem_ofAWriteThatMayHaveBeenApplied_invitesNobodyToRepeatIt() {
        DealsException failure = new VendorUnavailableException(
                "timeout", VendorCall.builder().outcome(Outcome.UNKNOWN).build(), null);

        assertThat(NeutralJson.problem(failure))
                .containsEntry("status", new BigDecimal("500"))
                .containsEntry("outcome", "UNKNOWN");
    }

    private static void refuse(JsonFormException fault) {
        throw fault;
    }

    private static String text(Object value) {
        return json(NeutralJson.write(value));
    }

    private static String json(Map<String, ?> tree) {
        return new String(JsonWriter.object(out -> out.values(tree)), StandardCharsets.UTF_8);
    }

    // A document may be null alone, which is refused as any other that does not fit.
    @SuppressWarnings("NullAway")
    private static Object tree(String json) {
        return JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .value();
    }

    private static List<String> lines(Class<?> type) throws IOException {
        return Files.readAllLines(FILES.resolve(type.getSimpleName() + ".jsonl"));
    }
}
