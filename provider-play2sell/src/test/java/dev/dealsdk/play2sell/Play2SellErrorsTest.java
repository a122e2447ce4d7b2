package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error bodies of every known form, with every status. */
class Play2SellErrorsTest extends OnMockServer {
    private static final Map<Integer, Class<? extends DealsException>> EXCEPTIONS = Map.of(
            400, InvalidRequestException.class,
            401, AuthenticationException.class,
            403, PermissionException.class,
            404, DealNotFoundException.class,
            409, ConflictException.class,
            422, InvalidRequestException.class,
            429, RateLimitedException.class,
            500, VendorUnavailableException.class,
            503, VendorUnavailableException.class);

    /** A body, and what can be read in it. */
    record Envelope(
            String name,
            String contentType,
            String body,
            Optional<String> message,
            Optional<String> code,
            Optional<String> requestId,
            List<FieldError> fieldErrors) {
        static Envelope json(String file, String message) {
            return new Envelope(
                    file,
                    "application/json",
                    file.isEmpty() ? "" : Fixtures.text(file),
                    Optional.of(message),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        Envelope says(Optional<String> vendorCode, Optional<String> request, FieldError... errors) {
            return new Envelope(name, contentType, body, message, vendorCode, request, List.of(errors));
        }

        @Override
        public String toString() {
            return name.isEmpty() ? "empty" : name;
        }
    }

    private static List<Envelope> envelopes() {
        return List.of(
                Envelope.json("error_docs_response.json", "The 'email' field is required.")
                        .says(
                                Optional.of("VALIDATION_ERROR"),
                                Optional.of("req_abc123"),
                                new FieldError("email", "This field is required")),
                Envelope.json("error_newer_response.json", "Rate limit exceeded")
                        .says(
                                Optional.of("RATE_LIMITED"),
                                Optional.empty(),
                                new FieldError("calls", "1000 in this hour")),
                Envelope.json("error_flat_response.json", "value must be a number")
                        .says(Optional.of("validation_failed"), Optional.empty()),
                Envelope.json("error_flatText_response.json", "Something went wrong"),
                Envelope.json("error_unknown_response.json", ""),
                Envelope.json("", ""),
                new Envelope(
                        "HTML",
                        "text/html",
                        "<html><head><style>b {}</style></head><body><h1>Bad\n Gateway</h1></body></html>",
                        Optional.of(": Bad Gateway"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    static Stream<Arguments> answers() {
        return EXCEPTIONS.keySet().stream()
                .sorted()
                .flatMap(status -> envelopes().stream().map(envelope -> arguments(status, envelope)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answers")
    void failure_ofAnyForm_saysWhatTheVendorSaid(int status, Envelope envelope) {
        server.enqueue(answer(status, envelope));

        DealsException failure = catchThrowableOfType(
                DealsException.class,
                () -> connect("deals.max-attempts", "1")
                        .update(ID, DealUpdate.builder().name("New").build()));

        assertThat(failure).isExactlyInstanceOf(expected(status, envelope));
        assertThat(failure).hasMessageContaining(envelope.message().orElse(""));
        assertThat(failure).hasMessageNotContaining("<").hasMessageNotContaining("\n");
        assertThat(failure.httpStatus()).contains(status);
        assertThat(failure.vendorCode()).isEqualTo(envelope.code());
        assertThat(failure.requestId()).isEqualTo(envelope.requestId());
        assertThat(failure.provider()).contains("play2sell");
        assertThat(failure.dealId()).contains(ID);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.outcome()).isEqualTo(isTheVendors(status, envelope) ? Outcome.REJECTED : Outcome.UNKNOWN);
        if (failure instanceof InvalidRequestException invalid) {
            assertThat(invalid.fieldErrors()).isEqualTo(envelope.fieldErrors());
        }
    }

    /** A page speaks for something in between; only an error of the vendor's form says that there is no such deal. */
    private static Class<? extends DealsException> expected(int status, Envelope envelope) {
        boolean page = envelope.name().equals("HTML");
        if (page && Set.of(401, 403, 404, 409).contains(status)) {
            return MalformedResponseException.class;
        }
        if (status == 404 && (envelope.name().isEmpty() || envelope.name().contains("unknown"))) {
            return InvalidRequestException.class;
        }
        if (status == 403 && envelope.code().filter("RATE_LIMITED"::equals).isPresent()) {
            return RateLimitedException.class;
        }
        return Objects.requireNonNull(EXCEPTIONS.get(status));
    }

    private static boolean isTheVendors(int status, Envelope envelope) {
        return status < 500 && (status == 429 || !envelope.name().equals("HTML"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 500, 503})
    void failedRead_hasNoUncertainFate(int status) {
        server.enqueue(Fixtures.json(status, "{}"));

        DealsException failure = catchThrowableOfType(
                DealsException.class, () -> connect("deals.max-attempts", "1").get(ID));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    /** Documented for the newer API: the wait is in the body. Half an hour is not slept. */
    @Test
    void rateLimit_withWaitInTheBody_isToldAtOnce() {
        server.enqueue(Fixtures.json(429, Fixtures.text("error_newer_response.json")));

        RateLimitedException failure =
                catchThrowableOfType(RateLimitedException.class, () -> connect().get(ID));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1847));
        assertThat(failure.retryAt()).isPresent();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e12", "\"soon\"", "null", "{}"})
    void rateLimit_withNonsenseForAWait_namesNone(String wait) {
        server.enqueue(Fixtures.json(429, "{\"error\": {\"retry_after\": " + wait + "}}"));

        RateLimitedException failure = catchThrowableOfType(
                RateLimitedException.class,
                () -> connect("deals.max-attempts", "1").get(ID));

        assertThat(failure.retryAfter()).isEmpty();
    }

    /** A wait that ends within a second must not be cut to none at all. */
    @ParameterizedTest
    @CsvSource({"1.2, 2", "1.0, 1", "1e-999999999, 1", "0, 0"})
    void rateLimit_withAFractionOfASecond_isRoundedUp(String wait, int seconds) {
        server.enqueue(Fixtures.json(429, "{\"error\": {\"retry_after\": " + wait + "}}"));

        RateLimitedException failure = catchThrowableOfType(
                RateLimitedException.class,
                () -> connect("deals.max-attempts", "1").get(ID));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "{\"error\": null}",
                "{\"error\": []}",
                "{\"error\": {\"code\": 5, \"message\": [], \"details\": \"x\"}, \"meta\": \"x\"}",
                "{\"error\": {\"details\": [null, \"x\", {}, {\"field\": 5}]}, \"meta\": {\"request_id\": 5}}"
            })
    void failure_withFieldsOfOtherTypes_isStillRead(String body) {
        server.enqueue(Fixtures.json(400, body));

        InvalidRequestException failure = catchThrowableOfType(
                InvalidRequestException.class, () -> connect().get(ID));

        assertThat(failure.vendorCode()).isEmpty();
        assertThat(failure.requestId()).isEmpty();
        assertThat(failure.fieldErrors()).isEmpty();
    }

    @Test
    void create_answeredWithoutADeal_wasApplied() {
        server.enqueue(Fixtures.json(201, "{\"data\": null}"));

        MalformedResponseException failure = catchThrowableOfType(
                MalformedResponseException.class,
                () -> connect()
                        .create(NewDeal.builder()
                                .name("Plain")
                                .value(DealValue.of("1"))
                                .build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(failure).hasMessageContaining("data");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"data\": []}", "{\"data\": {}}", "{\"data\": {\"id\": 5}}", "{\"data\":", ""})
    void get_answeredWithoutADeal_isMalformed(String body) {
        server.enqueue(Fixtures.json(200, body));

        assertThat(catchThrowableOfType(
                                MalformedResponseException.class,
                                () -> connect("deals.max-attempts", "1").get(ID))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\": false}",
                "{\"data\": {}}",
                "{\"data\": [{\"name\": \"No id\"}]}",
                "{\"data\": [{\"id\": \" \"}]}"
            })
    void stages_thatCannotAllBeRead_areMalformed(String body) {
        server.enqueue(Fixtures.json(200, body));

        assertThat(catchThrowableOfType(
                        MalformedResponseException.class, () -> connect().stages()))
                .isNotNull();
    }

    private static MockResponse answer(int status, Envelope envelope) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", envelope.contentType())
                .body(envelope.body())
                .build();
    }
}
