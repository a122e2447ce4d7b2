package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.RequestKind;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No token, no request: what the caller is told when the token endpoint does not give one. */
final class OAuthFailureTest {
    private static final String SECRET = "h4sh-hush";
    private static final VendorRequest GET = VendorRequest.get("deals");

    @StartStop
    private final MockWebServer server = PromptServer.create();

    @StartStop
    private final MockWebServer tokens = PromptServer.create();

    private Wire wire;

    @BeforeEach
    void start() {
        wire = new Wire(server)
                .withoutToken()
                .set("deals.oauth.client-id", "app")
                .set("deals.oauth.client-secret", SECRET)
                .set("deals.oauth.token-url", tokens.url("/oauth/token").toString());
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, check deals.oauth.client-id and deals.oauth.client-secret",
        "401, invalid_client, check deals.oauth.client-id and deals.oauth.client-secret",
        "401, '', check deals.oauth.client-id and deals.oauth.client-secret",
        "403, invalid_client, check deals.oauth.client-id and deals.oauth.client-secret",
        "400, invalid_scope, code invalid_scope",
        "403, '', HTTP 403",
        "404, '', check deals.oauth.token-url",
        "405, '', check deals.oauth.token-url"
    })
    void send_credentialsRefused_isAuthenticationAndNotSent(int status, String code, String told) {
        String error = code.isEmpty() ? "" : "\"error\":\"" + code + "\",";
        tokens.enqueue(Wire.json(status, "{" + error + "\"error_description\":\"not " + SECRET + "\"}")
                .build());

        AuthenticationException thrown =
                catchThrowableOfType(AuthenticationException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).isZero();
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(thrown)
                .hasMessageContaining(told)
                .hasMessageContaining(tokens.getHostName())
                .hasMessageNotContaining(SECRET);
        assertThat(server.getRequestCount()).isZero();
        assertThat(tokens.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"302, 1", "307, 1", "429, 4", "500, 4", "503, 4"})
    void send_tokenEndpointFails_isUnavailableAndNotSent(int status, int attempts) {
        for (int i = 1; i <= attempts; i++) {
            tokens.enqueue(Wire.json(status, "{}")
                    .setHeader("Retry-After", "0")
                    .setHeader("Location", server.url("/steal").toString())
                    .build());
        }

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(server.getRequestCount()).as("the secret goes nowhere else").isZero();
        assertThat(tokens.getRequestCount()).isEqualTo(attempts);
    }

    static Stream<MockResponse> passing() {
        return Stream.of(
                Wire.status(500),
                Wire.status(503),
                Wire.status(429),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void send_tokenEndpointFailsOnce_isAskedAgain(MockResponse first) {
        tokens.enqueue(first);
        tokens.enqueue(token("t1", 3_600));
        server.enqueue(Wire.ok());

        RequestKind.CREATE.on(wire);

        assertThat(tokens.getRequestCount()).isEqualTo(2);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_tokenEndpointDown_isUnavailableAndNotSent() throws IOException {
        tokens.close();

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown).hasMessageContaining("cannot be reached").hasCauseInstanceOf(IOException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void send_tokenEndpointDoesNotAnswer_endsWithTheCall() {
        tokens.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var options = CallOptions.builder().callTimeout(Duration.ofMillis(150)).build();
        HttpTransport transport = wire.open();
        long begin = System.nanoTime();

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> transport.send(Wire.api(options), GET));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "null",
                "<html>h4sh-hush</html>",
                "{\"access_token\":\"\"}",
                "{\"access_token\":17}",
                "{\"access_token\":\"a\\nb\"}",
                "{\"access_token\":\"t",
                "{\"access_token\":\"tück\"}"
            })
    void send_answerWithoutAUsableToken_isUnavailableWithoutTheAnswer(String answer) {
        tokens.enqueue(Wire.json(200, answer).build());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown)
                .hasMessageContaining("sent no usable token")
                .hasNoCause()
                .hasMessageNotContaining("hush");
    }

    @Test
    void send_tokenEndpointFailsAfterAnUncertainWrite_isUnknown() throws IOException {
        tokens.enqueue(token("t1", 3_600));
        for (int i = 1; i <= 4; i++) {
            tokens.enqueue(Wire.status(500));
        }
        server.enqueue(Wire.status(503));
        wire.beforeSleep = () -> {
            wire.nanos.addAndGet(Duration.ofHours(1).toNanos());
            wire.beforeSleep = () -> {};
        };
        HttpTransport transport = wire.open();
        ActiveCall call = wire.call(Operation.UPDATE, Wire.NO_OPTIONS, Duration.ofHours(2));

        DealsException thrown = catchThrowableOfType(
                VendorUnavailableException.class, () -> transport.send(call, RequestKind.UPDATE.request));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(thrown.getSuppressed()).hasSize(1);
    }

    private static MockResponse token(String value, int seconds) {
        return Wire.json(
                        200,
                        "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}")
                .build();
    }
}
