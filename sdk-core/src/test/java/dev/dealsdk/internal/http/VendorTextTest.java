package dev.dealsdk.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a vendor writes reaches messages masked, on one line, without escape sequences and cut, whichever way it comes. */
@Timeout(60)
final class VendorTextTest {
    /** The token, what clears and colours a terminal, what turns text around, and a line of a log that nobody has written. */
    private static final String EVIL = Wire.TOKEN + " \u001b[2J\u009b31m\u0007 \u202eevil\u2066 ";

    private static final String IN_JSON =
            EVIL.replace("\u001b", "\\u001b").replace("\u0007", "\\u0007") + "\\r\\n2026-11-28 ERROR forged\\u2028";

    private static final String LONG = "x".repeat(200_000);

    private Wire wire = new Wire("http://unused.example");

    @AfterEach
    void stop() {
        wire.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("reason of a status", "HTTP/1.1 500 " + EVIL + "\r\nContent-Length: 0\r\n\r\n"),
                way("reason alone", "HTTP/1.1 " + EVIL + "\r\n\r\n"),
                way("status line of another protocol", "ERR " + EVIL + LONG + "\r\n\r\n"),
                way("name of a header", "HTTP/1.1 200 OK\r\n" + EVIL + ": x\r\nContent-Length: 0\r\n\r\n"),
                way("length", "HTTP/1.1 200 OK\r\nContent-Length: " + EVIL + "\r\n\r\n"),
                way("type", "HTTP/1.1 200 OK\r\nContent-Type: " + EVIL + "\r\nContent-Length: 1\r\n\r\nx"),
                way(
                        "target of a redirect",
                        "HTTP/1.1 302 F\r\nLocation: https://" + EVIL + LONG + "/\r\nContent-Length: 0\r\n\r\n"),
                way("page", answer(502, "text/html", "<h1>" + EVIL + "</h1>" + LONG)),
                way("page with a success", answer(200, "text/html", "<h1>" + EVIL + "</h1>" + LONG)),
                way("text", answer(400, "text/plain", EVIL + LONG)),
                way(
                        "message",
                        json(422, "{\"code\":\"c\",\"message\":\"" + IN_JSON + LONG.substring(0, 50_000) + "\"}")),
                way("code", json(409, "{\"code\":\"" + IN_JSON + "\"}")),
                way("request id", json(404, "{\"code\":\"c\",\"request\":\"" + IN_JSON + "\"}")),
                way("field", json(400, "{\"code\":\"c\",\"field\":\"" + IN_JSON + "\"}")),
                way("token that is no JSON", json(200, EVIL + LONG)),
                way("text in a list", json(200, "[\"" + IN_JSON + LONG + "\"]")),
                way("name of a member", json(200, "{\"" + IN_JSON + "\":tru")),
                way("id of another deal", json(200, "{\"id\":\"" + IN_JSON + LONG + "\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void send_vendorWritesWhatShouldNotBePrinted_isMaskedCleanedAndCut(String way, String answer) throws IOException {
        try (RawServer vendor = new RawServer((target, number) -> answer)) {
            wire = new Wire(vendor.url()).set("deals.max-attempts", "1").set("deals.attempt-timeout", "1s");

            DealsException thrown = catchThrowableOfType(
                    DealsException.class,
                    () -> wire.open().send(Wire.API, RequestKind.READ.request, OutOfStepTest::deal));

            assertThat(thrown).message().hasSizeLessThan(2_000);
            assertPrintable(String.valueOf(thrown.getMessage()));
            assertPrintable(
                    thrown.vendorCode().orElse("").replaceAll("[\r\n\u001b\u009b\u0007\u202e\u2066\u2028]", ""));
            if (thrown instanceof InvalidRequestException invalid) {
                invalid.fieldErrors().forEach(error -> assertPrintable(error.field() + error.message()));
            }
            String trace = trace(thrown);
            assertThat(trace).hasSizeLessThan(30_000);
            assertPrintable(trace.replace("\n", "").replace("\t", ""));
        }
    }

    @Test
    void send_hostOfARedirectIsTheToken_isMaskedInAnyCase() throws IOException {
        String token = "Sk-Live-Abcdef0123456789";
        String answer = "HTTP/1.1 302 F\r\nLocation: https://" + token + ".example/\r\nContent-Length: 0\r\n\r\n";
        try (RawServer vendor = new RawServer((target, number) -> answer)) {
            wire = new Wire(vendor.url()).set("deals.token", token);

            DealsException thrown = catchThrowableOfType(DealsException.class, () -> RequestKind.READ.on(wire));

            assertThat(thrown).hasMessageContaining("it points to host ****.example");
            assertThat(trace(thrown)).doesNotContainIgnoringCase(token);
        }
    }

    private static void assertPrintable(String text) {
        assertThat(text).doesNotContain(Wire.TOKEN);
        assertThat(text.codePoints().filter(VendorTextTest::isUnprintable).mapToObj(Integer::toHexString))
                .as(text)
                .isEmpty();
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static Arguments way(String name, String answer) {
        return Arguments.of(name, answer);
    }

    private static String json(int status, String body) {
        return answer(status, "application/json", body);
    }

    private static String answer(int status, String type, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().replace("\r", "");
    }
}
