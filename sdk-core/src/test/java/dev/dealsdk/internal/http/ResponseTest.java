package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.VendorRequest;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that say success and are not what they should be. */
final class ResponseTest {
    private static final String PAGE = "<html><head><style>p { color: red }</style><script>track()</script></head>"
            + "<body><p>Please\r\n log in</p></body></html>";

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private Wire wire;

    @BeforeEach
    void start() {
        wire = new Wire(server);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"d1\"", "{\"id\":d1}", "{'id':'d1'}", "[1]", "\"d1\"", "", "null", "\u0000"})
    void create_jsonThatIsNone_wasApplied(String body) {
        server.enqueue(Wire.json(201, body).build());

        MalformedResponseException thrown = malformed(RequestKind.CREATE);

        assertThat(thrown.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(thrown.httpStatus()).contains(201);
        assertThat(thrown).hasMessageContaining("(it was applied: do not send it again)");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void get_jsonInAnotherEncoding_isRefusedAsSuch(String charset) {
        server.enqueue(Wire.json(200, "")
                .body(new Buffer().writeString("{\"id\":\"d1\"}", Charset.forName(charset)))
                .build());

        assertThat(malformed(RequestKind.READ)).hasMessageContaining("it is in UTF-16 or UTF-32");
    }

    @Test
    void get_jsonThatIsNone_saysWhatThereIs() {
        server.enqueue(Wire.json(200, "{\"id\":\"d1\"").build());

        MalformedResponseException thrown = malformed(RequestKind.READ);

        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown).hasMessageContaining("the response starts with: {\"id\":\"d1\"");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void send_pageOfAGatewayWithStatus200_isUnknownForAWrite(RequestKind kind) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body(PAGE)
                .build());

        MalformedResponseException thrown = malformed(kind);

        assertThat(thrown.outcome()).isEqualTo(kind.isWrite() ? Outcome.UNKNOWN : Outcome.REJECTED);
        assertThat(thrown)
                .hasMessageContaining("Please log in")
                .hasMessageNotContainingAny("<", "track", "color", "\n");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void create_noBody_isMalformedAndNotSentAgain(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        MalformedResponseException thrown = malformed(RequestKind.CREATE);

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown).hasMessageContaining("the response is empty");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void delete_noBody_isDone(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        RequestKind.DELETE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void delete_anyOtherBody_isDone(String type) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body("OK")
                .build());

        RequestKind.DELETE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void get_cutBeforeTheBody_isSentAgain() {
        server.enqueue(cutBeforeTheBody(200));
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void create_cutBeforeTheBody_wasApplied() {
        server.enqueue(cutBeforeTheBody(201));

        MalformedResponseException thrown = malformed(RequestKind.CREATE);

        assertThat(thrown.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void get_cutInTheBody_isSentAgain() {
        server.enqueue(cutInTheBody(200));
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATE", "CREATE_WITH_KEY", "CREATE"})
    void write_cutInTheBody_wasAppliedAndIsNotSentAgain(RequestKind kind) {
        server.enqueue(cutInTheBody(200));

        MalformedResponseException thrown = malformed(kind);

        assertThat(thrown.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(thrown).hasMessageContaining("the response was truncated");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_errorBodyCut_keepsTheStatus() {
        server.enqueue(cutInTheBody(503));

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.httpStatus()).contains(503);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void sendRaw_anyJson_isReadAsJdkTypes() {
        server.enqueue(Wire.json(200, "{\"a\":0.10,\"b\":null}").build());
        server.enqueue(new MockResponse.Builder().code(204).build());

        var transport = wire.open();
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("a", new BigDecimal("0.10"));
        expected.put("b", null);
        assertThat(transport.sendRaw(Wire.API, VendorRequest.get("x"))).contains(expected);
        assertThat(transport.sendRaw(Wire.API, VendorRequest.get("x"))).isEmpty();
    }

    private MalformedResponseException malformed(RequestKind kind) {
        return catchThrowableOfType(MalformedResponseException.class, () -> kind.on(wire));
    }

    private static MockResponse cutBeforeTheBody(int status) {
        return Wire.json(status, "")
                .setHeader("Content-Length", "20")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse cutInTheBody(int status) {
        return Wire.json(status, "{\"id\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }
}
