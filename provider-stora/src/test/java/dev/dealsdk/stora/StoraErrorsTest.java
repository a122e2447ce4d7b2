package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
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
import java.time.Instant;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented table of errors [guide: errors], and bodies that are not of its form. */
final class StoraErrorsTest extends WireTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void win_refused_isToldAsWhatItIs(
            int status, String code, String type, Class<? extends DealsException> expected, Outcome outcome) {
        answer(status, error(code, type));

        DealsException failure = catchThrowableOfType(DealsException.class, () -> deals.win(DEAL));

        assertThat(failure).isExactlyInstanceOf(expected).hasMessageContaining("what went wrong");
        assertThat(failure.httpStatus()).contains(status);
        assertThat(failure.vendorCode()).contains(code);
        assertThat(failure.requestId()).contains("01563646");
        assertThat(failure.dealId()).contains(DEAL);
        assertThat(failure.outcome()).isEqualTo(outcome);
        int looks = outcome == Outcome.UNKNOWN ? 1 : 0;
        assertThat(server.getRequestCount()).isEqualTo(1 + looks);
    }

    static Stream<Arguments> table() {
        String invalid = "invalid_request_error";
        return Stream.of(
                Arguments.of(400, "invalid_request", invalid, InvalidRequestException.class, Outcome.REJECTED),
                Arguments.of(400, "api_error", "api_error", VendorUnavailableException.class, Outcome.UNKNOWN),
                Arguments.of(401, "invalid_token", invalid, AuthenticationException.class, Outcome.REJECTED),
                Arguments.of(403, "forbidden", invalid, PermissionException.class, Outcome.REJECTED),
                Arguments.of(404, "resource_not_found", invalid, DealNotFoundException.class, Outcome.REJECTED),
                Arguments.of(404, "invalid_endpoint", invalid, InvalidRequestException.class, Outcome.REJECTED),
                Arguments.of(406, "invalid_format", invalid, InvalidRequestException.class, Outcome.REJECTED),
                Arguments.of(409, "conflict", invalid, ConflictException.class, Outcome.REJECTED),
                Arguments.of(422, "invalid_url_param", invalid, InvalidRequestException.class, Outcome.REJECTED),
                Arguments.of(422, "invalid_content", invalid, InvalidRequestException.class, Outcome.REJECTED),
                Arguments.of(
                        500, "internal_server_error", "api_error", VendorUnavailableException.class, Outcome.UNKNOWN));
    }

    @Test
    void create_invalidContent_namesThePointers() {
        answer(422, Bodies.sample("error_invalid_content_response"));

        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.create(NewDeal.builder().name("n").build()));

        assertThat(refusal.fieldErrors())
                .containsExactly(new FieldError("/email", "value at `/email` does not match format: email"));
    }

    @Test
    void create_detailWithoutPointer_isInTheMessage() {
        answer(422, """
                {"error":{"code":"invalid_url_param","message":"The request URL param is invalid.",
                 "details":[{"message":"page is too large"},{"pointer":"/name"},"stray",null]}}
                """);

        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> deals.create(NewDeal.builder().name("n").build()));

        assertThat(refusal).hasMessageContaining("The request URL param is invalid.; page is too large");
        assertThat(refusal.fieldErrors()).containsExactly(new FieldError("/name", "is refused"));
    }

    @Test
    void get_invalidEndpoint_isNoMissingDeal() {
        answer(404, error("invalid_endpoint", "invalid_request_error"));

        assertThat(catchThrowableOfType(DealsException.class, () -> deals.get(DEAL)))
                .isExactlyInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("deals.base-url");
    }

    @Test
    void showDeal_ofTheVendorsOwnApi_knowsItsDealToo() {
        answer(404, error("resource_not_found", "invalid_request_error"));

        assertThat(catchThrowableOfType(
                                DealNotFoundException.class,
                                () -> deals.unwrap(StoraApi.class).showDeal(DEAL))
                        .dealId())
                .contains(DEAL);
    }

    @Test
    void update_failureOfTheVendorAs400_isTriedAgain() {
        answer(400, error("api_error", "api_error"));
        answer(200, Bodies.sample("update_response"));

        deals.update(DEAL, DealUpdate.builder().name("n").build());

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void get_quotaSpentForLong_saysWhenItIsBack() {
        long reset = Instant.now().plus(Duration.ofMinutes(10)).getEpochSecond();
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("RateLimit-Limit", "60")
                .setHeader("RateLimit-Reset", reset)
                .body(error("too_many_requests", "invalid_request_error"))
                .build());

        RateLimitedException spent = catchThrowableOfType(RateLimitedException.class, () -> deals.get(DEAL));

        assertThat(spent.vendorCode()).contains("too_many_requests");
        assertThat(spent.retryAfter().orElseThrow())
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10).plusSeconds(1));
    }

    @Test
    void win_quotaSpentForAMoment_isTriedAgainWithTheSameKey() throws Exception {
        answer(429, error("too_many_requests", "invalid_request_error"));
        answer(200, Bodies.sample("win_response"));

        deals.win(DEAL);

        assertThat(sent().getHeaders().get("Idempotency-Key"))
                .isEqualTo(sent().getHeaders().get("Idempotency-Key"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "<html>",
                "{\"error\":\"text\"}",
                "{\"error\":{\"code\":7,\"details\":{},\"message\":null}}",
                "{\"error\":{\"code\":"
            })
    void win_errorBodyOfAnotherForm_leavesStatusAndOutcomeRight(String body) {
        answer(500, body);

        DealsException failure = catchThrowableOfType(DealsException.class, () -> deals.win(DEAL));

        assertThat(failure).isExactlyInstanceOf(VendorUnavailableException.class);
        assertThat(failure.httpStatus()).contains(500);
        assertThat(failure.vendorCode()).isEmpty();
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{}",
                "{\"deal\":[]}",
                "{\"deal\":null}",
                "{\"deal\":{\"name\":\"n\"}}",
                "{\"deal\":{\"id\":\" \"}}"
            })
    void win_answerWithoutADeal_isMalformedAndApplied(String body) {
        answer(200, body);

        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> deals.win(DEAL))
                        .outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{}", "{\"stages\":{}}", "{\"stages\":[{\"name\":\"n\"}]}", "{\"stages\":[null]}"})
    void stages_answerWithHoles_isMalformed(String body) {
        answer(200, body);

        assertThat(catchThrowableOfType(DealsException.class, () -> deals.stages()))
                .isExactlyInstanceOf(MalformedResponseException.class);
    }

    private static String error(String code, String type) {
        return """
                {"error":{"code":"%s","type":"%s","message":"what went wrong","request_id":"01563646","details":[],
                 "links":[]}}
                """.formatted(code, type);
    }
}
