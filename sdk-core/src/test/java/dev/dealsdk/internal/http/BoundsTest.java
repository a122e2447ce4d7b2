package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that would harm whoever believed them. */
final class BoundsTest {
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

    @Test
    void get_firstBytesMoreThanAllowed_isMalformed() {
        wire.set("deals.max-response-bytes", "1");
        server.enqueue(Wire.ok());

        assertThat(malformed(RequestKind.READ))
                .hasMessageContaining("larger than the 1 bytes of deals.max-response-bytes");
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "CREATE"})
    void send_answerLargerThanAllowed_isMalformed(RequestKind kind) {
        wire.set("deals.max-response-bytes", "10KiB");
        server.enqueue(Wire.json(200, "{\"id\":\"" + "x".repeat(20_000) + "\"}").build());

        MalformedResponseException thrown = malformed(kind);

        assertThat(thrown)
                .hasMessageContaining("the response is larger than the 10240 bytes of deals.max-response-bytes");
        assertThat(thrown.outcome()).isEqualTo(kind.isWrite() ? Outcome.APPLIED : Outcome.REJECTED);
        assertThat(thrown).message().hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"id\":["})
    void send_nestedForEver_isMalformed(String opening) {
        server.enqueue(Wire.json(200, opening.repeat(200_000)).build());

        assertThat(malformed(RequestKind.READ)).hasMessageNotContaining("StackOverflow");
    }

    @Test
    void sendRaw_nestedForEver_isMalformed() {
        server.enqueue(Wire.json(200, "[".repeat(200_000)).build());

        assertThat(catchThrowableOfType(
                        MalformedResponseException.class, () -> wire.open().sendRaw(Wire.API, VendorRequest.get("x"))))
                .hasMessageContaining("depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0.9", "1e9"})
    void send_numberOf10000Digits_isMalformed(String beginning) {
        server.enqueue(Wire.json(200, "{\"id\":" + beginning + "9".repeat(10_000) + "}")
                .build());

        assertThat(malformed(RequestKind.READ)).message().hasSizeLessThan(500);
    }

    @Test
    void send_nameOf100000Characters_isMalformed() {
        server.enqueue(Wire.json(200, "{\"" + "n".repeat(100_000) + "\":1}").build());

        assertThat(malformed(RequestKind.READ)).message().hasSizeLessThan(500);
    }

    @Test
    void send_compressedAnswerLargerThanAllowed_isMalformed() {
        wire.set("deals.max-response-bytes", "1MiB");
        server.enqueue(compressed(200, 64));

        assertThat(malformed(RequestKind.READ)).hasMessageContaining("deals.max-response-bytes");
    }

    @Test
    void sendRaw_fewCompressedBytesOfManyObjects_isMalformed() {
        server.enqueue(compressed(200, "[", "[],".repeat(1 << 20), 10));

        MalformedResponseException thrown = catchThrowableOfType(
                MalformedResponseException.class, () -> wire.open().sendRaw(Wire.API, VendorRequest.get("x")));

        assertThat(thrown).hasMessageContaining("out of proportion").hasMessageContaining("starts with: [[],[],");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_compressedErrorBody_isReadNoFurtherThanNeeded() {
        server.enqueue(compressed(400, 64));

        InvalidRequestException thrown =
                catchThrowableOfType(InvalidRequestException.class, () -> RequestKind.READ.on(wire));

        assertThat(thrown.httpStatus()).contains(400);
        assertThat(thrown).message().hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"message\":\""})
    void send_errorBodyOf10Mb_keepsStatusAndOutcome(String opening) {
        server.enqueue(
                Wire.json(500, opening.repeat(10_000_000 / opening.length())).build());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.httpStatus()).contains(500);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown).message().hasSizeLessThan(500);
    }

    @Test
    void send_errorPageOfAGateway_isQuotedCleanAndShort() {
        server.enqueue(new MockResponse.Builder()
                .code(502)
                .setHeader("Content-Type", "text/html")
                .body("<html><style>x{}</style><script>if (a<b) evil()</script><h1>502 Bad\tGateway</h1>"
                        + "\u001b[31mred\u009b1m\u202eevil\u2028line\u0085next" + "word ".repeat(1_000))
                .build());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown)
                .hasMessageStartingWith("fake create d1: the vendor failed: 502 Bad Gateway [31mred 1m evil line next")
                .hasMessageEndingWith("..., HTTP 502 (it may have been applied: look before sending it again)")
                .hasMessageNotContainingAny("<", "evil()");
        assertThat(thrown).message().hasSizeLessThan(400);
    }

    @Test
    void send_codesOfTheVendorWithControlCharacters_stayOnOneLine() {
        server.enqueue(Wire.json(409, "{\"code\":\"a\\nb\\u009bc\\u2028d\",\"request\":\"" + "r".repeat(500) + "\"}")
                .build());

        DealsException thrown = catchThrowableOfType(DealsException.class, () -> RequestKind.UPDATE.on(wire));

        assertThat(thrown).hasMessageContaining("code a?b?c?d, request rrr");
        assertThat(thrown).message().hasSizeLessThan(300);
    }

    @Test
    void send_fieldNamesOfTheVendorWithControlCharacters_stayOnOneLine() {
        server.enqueue(
                Wire.json(422, "{\"field\":\"" + "f\\n".repeat(5_000) + "\"}").build());

        DealsException thrown = catchThrowableOfType(InvalidRequestException.class, () -> RequestKind.UPDATE.on(wire));

        assertThat(thrown).hasMessageNotContaining("\n");
        assertThat(thrown).message().hasSizeLessThan(1_000);
    }

    private MalformedResponseException malformed(RequestKind kind) {
        return catchThrowableOfType(MalformedResponseException.class, () -> kind.on(wire));
    }

    /** Zeros, small on the wire, in a JSON text that never ends. */
    private static MockResponse compressed(int status, int mebibytes) {
        return compressed(status, "{\"id\":\"", "0".repeat(1 << 20), mebibytes);
    }

    private static MockResponse compressed(int status, String opening, String more, int times) {
        Buffer body = new Buffer();
        try (OutputStream out = new GZIPOutputStream(body.outputStream())) {
            out.write(opening.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(more.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(body)
                .build();
    }
}
