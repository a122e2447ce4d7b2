package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.internal.auth.ClientCredentials.AccessToken;
import dev.dealsdk.internal.auth.FixedToken;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is seen by the vendor alone, even when the vendor sends it back. */
final class SecrecyTest {
    private static final String ESCAPED = Wire.TOKEN.replace("/", "\\/");

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private Wire wire;

    @BeforeEach
    void start() {
        wire = new Wire(server).set("deals.max-attempts", "2");
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    static Stream<MockResponse> echoes() {
        return Stream.of(
                Wire.json(401, "{\"message\":\"Bearer " + ESCAPED + " has expired\"}")
                        .build(),
                Wire.json(
                                400,
                                "{\"code\":\"" + Wire.TOKEN + "\",\"request\":\"" + Wire.TOKEN + "\",\"field\":\""
                                        + Wire.TOKEN + "\"}")
                        .build(),
                page(500, "<h1>Authorization: Bearer " + Wire.TOKEN + "</h1>"),
                page(200, "<h1>Authorization: Bearer " + Wire.TOKEN + "</h1>"),
                Wire.json(200, Wire.TOKEN).build(),
                Wire.json(200, "[\"" + ESCAPED + "\"]").build(),
                new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "https://s3cr3t.example/" + Wire.TOKEN)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void send_vendorSendsTheTokenBack_isNotRepeatedToAnybody(MockResponse echo) {
        server.enqueue(echo);
        server.enqueue(echo);
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        DealsException thrown;
        try {
            thrown = catchThrowableOfType(DealsException.class, () -> RequestKind.READ.on(wire));
        } finally {
            System.setErr(console);
        }

        assertThat(trace(thrown)).doesNotContain(Wire.TOKEN, ESCAPED);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(Wire.TOKEN);
        assertThat(thrown.vendorCode().orElse("")).doesNotContain(Wire.TOKEN);
        assertThat(thrown.requestId().orElse("")).doesNotContain(Wire.TOKEN);
        if (thrown instanceof InvalidRequestException invalid) {
            assertThat(invalid.fieldErrors().toString()).doesNotContain(Wire.TOKEN);
        }
    }

    @Test
    void send_vendorSaysMoreThanTheToken_theRestIsTold() {
        server.enqueue(Wire.json(401, "{\"message\":\"Bearer " + ESCAPED + " has expired\"}")
                .build());

        assertThat(catchThrowableOfType(DealsException.class, () -> RequestKind.READ.on(wire)))
                .hasMessageContaining("Bearer **** has expired");
    }

    @Test
    void toString_ofWhatHoldsSecrets_hidesThem() {
        var client = new TokenEndpoint.Client("app", "hush", Optional.empty(), Optional.empty());

        assertThat(client.toString()).contains("app").doesNotContain("hush");
        assertThat(wire.open().toString()).doesNotContain(Wire.TOKEN);
        assertThat(FixedToken.bearer(Wire.TOKEN).authorization(Duration.ZERO).toString())
                .doesNotContain(Wire.TOKEN);
        assertThat(new AccessToken(Wire.TOKEN, Duration.ZERO).toString()).doesNotContain(Wire.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b", "\u007f", "é", "", "  "})
    void options_headerValueThatHttpForbids_isRefusedWithoutTheValue(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CallOptions.builder().putHeaders("X-Trace", value).build())
                .withMessage("headers: X-Trace is blank or holds a character that HTTP forbids in a header");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().idempotencyKey(value).build())
                .withMessageStartingWith("idempotencyKey is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Trace", "X-Trace:", "X-Tr\u00e4ce", ":path", "a\r\nb"})
    void options_headerNameThatHttpForbids_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().putHeaders(name, "x").build())
                .withMessageStartingWith("headers: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "HOST",
                "User-Agent",
                "Content-Length",
                "Content-Type",
                "Content-Encoding",
                "Transfer-Encoding",
                "Idempotency-Key",
                "Accept",
                "Accept-Encoding",
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "Upgrade",
                "Expect",
                "TE",
                "Trailer",
                "Range",
                "If-Range",
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "If-Unmodified-Since",
                "Cookie",
                "Proxy-Authorization",
                "X-HTTP-Method",
                "x-http-method-override",
                "X-Method-Override"
            })
    void options_headerOfTheSdk_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().putHeaders(name, "x").build())
                .withMessage("headers: " + name + " is set by the SDK itself");
    }

    private static MockResponse page(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body(body)
                .build();
    }

    /** All that a program would print: messages and causes, with the earlier attempts. */
    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
