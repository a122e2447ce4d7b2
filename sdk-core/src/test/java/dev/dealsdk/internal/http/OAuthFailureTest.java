package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No token, no request: what the caller is told when the token endpoint does not give one. */
final class OAuthFailureTest {
    private static final String SECRET = "h4sh-hush";
    private static final VendorRequest GET = VendorRequest.get("deals");

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @StartStop
    private final MockWebServer tokens = new MockWebServer();

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
    @ValueSource(ints = {400, 401, 403, 404})
    void send_credentialsRefused_isAuthenticationAndNotSent(int status) {
        tokens.enqueue(Wire.json(status, "{\"error\":\"invalid_client " + SECRET + "\"}")
                .build());

        AuthenticationException thrown =
                catchThrowableOfType(AuthenticationException.class, () -> Call.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).isZero();
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(thrown)
                .hasMessageContaining("check deals.oauth.client-id and deals.oauth.client-secret")
                .hasMessageContaining(tokens.getHostName())
                .hasMessageNotContaining(SECRET);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 429, 500, 503})
    void send_tokenEndpointFails_isUnavailableAndNotSent(int status) {
        tokens.enqueue(Wire.json(status, "{}")
                .setHeader("Retry-After", "0")
                .setHeader("Location", server.url("/steal").toString())
                .build());

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> Call.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(server.getRequestCount()).as("the secret goes nowhere else").isZero();
        assertThat(tokens.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_tokenEndpointDown_isUnavailableAndNotSent() throws IOException {
        tokens.close();

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> Call.CREATE.on(wire));

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
        HttpTransport transport = wire.open().with(options);
        long begin = System.nanoTime();

        DealsException thrown = catchThrowableOfType(
                VendorUnavailableException.class, () -> transport.send(GET).execute());

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

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> Call.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown)
                .hasMessageContaining("answers no usable token")
                .hasNoCause()
                .hasMessageNotContaining("hush");
    }

    @Test
    void send_tokenEndpointFailsAfterAnUncertainWrite_isUnknown() throws IOException {
        tokens.enqueue(token("t1", 3_600));
        tokens.enqueue(Wire.status(500));
        server.enqueue(Wire.status(503));
        wire.beforeSleep = () -> wire.nanos.addAndGet(Duration.ofHours(1).toNanos());
        HttpTransport transport = wire.open()
                .during(new CallScope(
                        "fake",
                        Optional.of(Operation.UPDATE),
                        Optional.of("d1"),
                        Wire.NO_OPTIONS,
                        wire.nanos.get() + Duration.ofHours(2).toNanos(),
                        (stage, scope) -> dev.dealsdk.spi.Call.of(stage)));

        DealsException thrown = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> transport.send(Call.UPDATE.request).execute());

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
