package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error bodies of every known form, and what a caller sees of them. */
class StardexErrorsTest extends OnMockServer {
    private static final Instant NOW = Instant.ofEpochSecond(1_705_312_800);
    private static final StardexErrors ERRORS = new StardexErrors(Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, InvalidRequestException.class),
                Arguments.of(401, AuthenticationException.class),
                Arguments.of(403, PermissionException.class),
                Arguments.of(404, DealNotFoundException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void failure_inTheDocumentedEnvelope_isTold(int status, Class<? extends DealsException> type) {
        server.enqueue(Fixtures.json(status, Fixtures.text("error_docs_response.json")));

        DealsException failed = catchThrowableOfType(
                type,
                () -> connect().update(ID, DealUpdate.builder().name("New").build()));

        assertThat(failed).hasMessageContaining("The provided API key is invalid or expired");
        assertThat(failed.vendorCode()).contains("INVALID_API_KEY");
        assertThat(failed.httpStatus()).contains(status);
        assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {"success":false,"error":{"code":"C","message":"M"}}         | C         | M
            {"message":"M","error":"Not Found","statusCode":404}         | Not Found | M
            {"error":"M","data":null}                                    | -         | M
            {"error":{"code":7},"message":"M"}                           | -         | M
            {"error":null,"data":{}}                                     | -         | -
            {"success":false}                                            | -         | -
            ["M"]                                                        | -         | M
            """)
    void decode_anyKnownBody_findsCodeAndMessage(String body, String code, String message) {
        VendorError error = decode(body);

        assertThat(error.code().orElse(null)).isEqualTo(code);
        assertThat(error.message().orElse(null)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"code":"C","retry_after_seconds":30,"reset_at":1}}     | 30
            {"error":{"code":"C","reset_at":1705312845}}                     | 45
            {"error":{"code":"C"},"retry_after_seconds":30}                  | 30
            {"error":"C","reset_at":1705312845}                              | 45
            {"error":{"reset_at":1705312700}}                                | -1
            {"error":{"retry_after_seconds":-5}}                             | -1
            {"error":{"retry_after_seconds":"soon"}}                         | -1
            {"error":{"retry_after_seconds":1e999999999}}                    | -1
            """)
    void decode_waitInTheBody_isFound(String body, int seconds) {
        assertThat(decode(body).retryAfter().map(Duration::toSeconds).orElse(-1L))
                .isEqualTo(seconds);
    }

    @Test
    void quotaSpent_waitNamedInTheBody_isToldToTheCaller() {
        server.enqueue(Fixtures.json(
                429,
                "{\"success\":false,\"error\":{\"code\":\"RATE_LIMIT_EXCEEDED\",\"message\":\"m\","
                        + "\"retry_after_seconds\":30,\"limit\":60,\"reset_at\":1705312800}}"));

        RateLimitedException failed =
                catchThrowableOfType(RateLimitedException.class, () -> connect().get(ID));

        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(failed.vendorCode()).contains("RATE_LIMIT_EXCEEDED");
    }

    @Test
    void serverFailure_withTheResetThatEveryAnswerHas_isRetriedAtOnce() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .setHeader("X-RateLimit-Reset", Instant.now().plusSeconds(55).getEpochSecond())
                .build());
        server.enqueue(Fixtures.data("[{\"id\":\"" + ID + "\"}]"));

        assertThat(connect().get(ID).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad gateway</html>", "{\"success\":fal", "\"text\"", "null"})
    void failure_withABodyOfNoForm_keepsItsStatus(String body) {
        server.enqueue(Fixtures.json(500, body));

        VendorUnavailableException failed = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> connect("deals.max-attempts", "1").get(ID));

        assertThat(failed.httpStatus()).contains(500);
    }

    private static VendorError decode(String body) {
        return ERRORS.decode(
                ErrorResponse.builder().status(429).json(Fixtures.tree(body)).build());
    }
}
