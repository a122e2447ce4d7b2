package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Outcome;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.RequestKind;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.VendorRequest;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OAuthTokenTest {
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

    @Test
    void send_firstRequest_asksForATokenWithJson() throws InterruptedException {
        wire.set("deals.oauth.scope", "deals:write");
        tokens.enqueue(token("t1", 3_600));
        server.enqueue(Wire.ok());

        wire.open().send(Wire.API, GET);

        RecordedRequest asked = tokens.takeRequest();
        assertThat(asked.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
        assertThat(asked.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(asked.getHeaders().get("Authorization")).isNull();
        assertThat(json(asked))
                .isEqualTo(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "app",
                        "client_secret", SECRET,
                        "audience", "https://api.fake.example",
                        "scope", "deals:write"));
        assertThat(bearer()).isEqualTo("Bearer t1");
    }

    @ParameterizedTest
    @CsvSource({"3600, 3539, 3540", "100, 49, 50", "2, 0, 1", "86400, 86339, 86340"})
    void send_tokenKnown_isUsedUntilShortlyBeforeItExpires(int life, int stillUsed, int renewed) throws Exception {
        tokens.enqueue(token("t1", life));
        tokens.enqueue(token("t2", life));
        for (int i = 0; i < 3; i++) {
            server.enqueue(Wire.ok());
        }
        HttpTransport transport = wire.open();
        long issued = wire.nanos.get();

        transport.send(Wire.API, GET);
        wire.nanos.set(issued + Duration.ofSeconds(stillUsed).toNanos());
        transport.send(Wire.API, GET);
        assertThat(tokens.getRequestCount()).isEqualTo(1);
        wire.nanos.set(issued + Duration.ofSeconds(renewed).toNanos());
        transport.send(Wire.API, GET);

        assertThat(bearer()).isEqualTo("Bearer t1");
        assertThat(bearer()).isEqualTo("Bearer t1");
        assertThat(bearer()).isEqualTo("Bearer t2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"expires_in\":null", ",\"expires_in\":\"soon\"", ",\"expires_in\":-1", ",\"expires_in\":0"
            })
    void send_tokenWithoutALife_isUsedForMinutes(String life) {
        for (int i = 0; i < 2; i++) {
            tokens.enqueue(
                    Wire.json(200, "{\"access_token\":\"t\"" + life + "}").build());
        }
        for (int i = 0; i < 3; i++) {
            server.enqueue(Wire.ok());
        }
        HttpTransport transport = wire.open();

        transport.send(Wire.API, GET);
        wire.nanos.addAndGet(Duration.ofSeconds(200).toNanos());
        transport.send(Wire.API, GET);
        assertThat(tokens.getRequestCount()).isEqualTo(1);
        wire.nanos.addAndGet(Duration.ofSeconds(100).toNanos());
        transport.send(Wire.API, GET);

        assertThat(tokens.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1e400", "99999999999999999999999"})
    void send_absurdLife_isBounded(String life) {
        tokens.enqueue(Wire.json(200, "{\"expires_in\":" + life + ",\"access_token\":\"t\"}")
                .build());
        server.enqueue(Wire.ok());
        server.enqueue(Wire.ok());
        HttpTransport transport = wire.open();

        transport.send(Wire.API, GET);
        transport.send(Wire.API, GET);

        assertThat(tokens.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_tokenRefused_isRenewedAndTheRequestReplayedOnce() throws InterruptedException {
        tokens.enqueue(token("t1", 3_600));
        tokens.enqueue(token("t2", 3_600));
        server.enqueue(Wire.status(401));
        server.enqueue(Wire.ok());

        RequestKind.CREATE.on(wire);

        assertThat(bearer()).isEqualTo("Bearer t1");
        assertThat(bearer()).isEqualTo("Bearer t2");
        assertThat(wire.waits).isEmpty();
    }

    @Test
    void send_newTokenRefusedToo_isAuthentication() {
        tokens.enqueue(token("t1", 3_600));
        tokens.enqueue(token("t2", 3_600));
        server.enqueue(Wire.status(401));
        server.enqueue(Wire.status(401));

        AuthenticationException thrown =
                catchThrowableOfType(AuthenticationException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.attempts()).isEqualTo(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void open_noCredentials_saysWhatIsMissing() {
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> new Wire(server).withoutToken().open()))
                .hasMessageContaining("deals.token");
    }

    private String bearer() throws InterruptedException {
        return String.valueOf(server.takeRequest().getHeaders().get("Authorization"));
    }

    private static Object json(RecordedRequest request) {
        byte[] body = Objects.requireNonNull(request.getBody()).toByteArray();
        return JsonReader.of(new ByteArrayInputStream(body)).document().orElseThrow();
    }

    private static MockResponse token(String value, int seconds) {
        return Wire.json(
                        200,
                        "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}")
                .build();
    }
}
