package dev.dealsdk.internal.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a response ends, in whatever pieces it comes. */
final class ResponseFramingTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    static Stream<String> wholeResponses() {
        return Stream.of(
                HEAD + "Content-Length: 2\r\n\r\n{}",
                HEAD + "content-length:2\n\n{}",
                HEAD + "CONTENT-LENGTH: \t 2 \r\n\r\n{}",
                HEAD + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                HEAD + "X-Long: " + "x".repeat(500) + "\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 503 Service Unavailable\r\nContent-Length: 3\r\n\r\nno\n",
                "HTTP/1.1 204\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\n\r\n" + HEAD
                        + "Content-Length: 2\r\n\r\n{}",
                CHUNKED + "0\r\n\r\n",
                CHUNKED + "2\r\n{}\r\n0\r\n\r\n",
                CHUNKED + "A;name=value\r\n{\"id\":\"d\"}\r\n0001 \r\n \r\n00\r\nX-Sum: 1\r\nX-Late: 2\r\n\r\n",
                HEAD + "Content-Length: 7\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("wholeResponses")
    void received_wholeResponse_isInStepAtItsEndAndNotBefore(String response) {
        for (int pieces = 1; pieces <= 7; pieces++) {
            ResponseFraming framing = new ResponseFraming();
            for (int time = 1; time <= 2; time++) {
                framing.expect("GET");
                assertThat(receive(framing, response.substring(0, response.length() - 1), pieces))
                        .isFalse();
                assertThat(framing.isInStep()).as("without its last byte").isFalse();
                assertThat(receive(framing, response.substring(response.length() - 1), 1))
                        .isFalse();
                assertThat(framing.isInStep()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wholeResponses")
    void received_moreBehindTheResponse_isTold(String response) {
        for (String more : new String[] {"\r\n", "H", "HTTP/1.1 103 Early Hints\r\n\r\n", response}) {
            ResponseFraming framing = new ResponseFraming();
            framing.expect("GET");

            assertThat(receive(framing, response + more, Integer.MAX_VALUE)).isTrue();
            assertThat(framing.isInStep()).isFalse();
        }
    }

    @Test
    void received_bytesWithoutARequest_areOutOfStepButNoPartOfTheResponseBefore() {
        ResponseFraming framing = new ResponseFraming();
        framing.expect("GET");
        receive(framing, "HTTP/1.1 204\r\n\r\n", Integer.MAX_VALUE);

        assertThat(receive(framing, "\r\n", Integer.MAX_VALUE)).isFalse();
        assertThat(framing.isInStep()).isFalse();
    }

    @Test
    void received_responseToHead_endsWithItsHead() {
        ResponseFraming framing = new ResponseFraming();
        framing.expect("HEAD");

        receive(framing, HEAD + "Content-Length: 2\r\n\r\n", Integer.MAX_VALUE);

        assertThat(framing.isInStep()).isTrue();
    }

    @Test
    void status_interimResponses_isThatOfTheLatestHead() {
        ResponseFraming framing = new ResponseFraming();
        framing.expect("POST");
        assertThat(framing.status()).isZero();

        receive(framing, "HTTP/1.1 103 Early Hints\r\n\r\n", Integer.MAX_VALUE);
        assertThat(framing.status()).isEqualTo(103);

        receive(framing, "HTTP/1.1 201 Created\r\n", Integer.MAX_VALUE);
        assertThat(framing.status()).isEqualTo(201);

        framing.expect("POST");
        assertThat(framing.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "ICY 200 OK\r\n\r\n",
                "HTTP/1.1 2OO OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0, 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0000000000000000000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}more\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void received_endThatCannotBeTold_isNeverInStep(String response) {
        ResponseFraming framing = new ResponseFraming();
        framing.expect("GET");

        receive(framing, response, Integer.MAX_VALUE);

        assertThat(framing.isInStep()).isFalse();
    }

    /** In pieces of a size, within a larger buffer as they come from a socket. */
    private static boolean receive(ResponseFraming framing, String text, int size) {
        byte[] bytes = (" " + text + " ").getBytes(ISO_8859_1);
        boolean more = false;
        for (int at = 1; at < bytes.length - 1; at += Math.min(size, bytes.length - 1 - at)) {
            more |= framing.received(bytes, at, Math.min(size, bytes.length - 1 - at));
        }
        return more;
    }
}
