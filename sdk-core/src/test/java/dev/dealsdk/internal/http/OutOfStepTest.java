package dev.dealsdk.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.VendorDeal;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept connection that holds more than the responses to its requests: nobody gets the response to another request. */
@Timeout(60)
final class OutOfStepTest {
    private static final String TWICE = response("{\"id\":\"late\"}");

    private static final Tls TLS = Tls.ofLocalhost();

    private Wire wire = new Wire("http://unused.example");

    @AfterEach
    void stop() {
        wire.close();
    }

    /** A server with a certificate, and a client of the caller's own that trusts it. */
    private record Tls(SSLServerSocketFactory sslSocketFactory, OkHttpClient client) {
        static Tls ofLocalhost() {
            HeldCertificate certificate = new HeldCertificate.Builder()
                    .addSubjectAlternativeName("localhost")
                    .build();
            HandshakeCertificates both = new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            return new Tls(
                    both.sslContext().getServerSocketFactory(),
                    new OkHttpClient.Builder()
                            .sslSocketFactory(both.sslSocketFactory(), both.trustManager())
                            .build());
        }
    }

    /** What stands on the connection behind a response, when the next request is about to use it. */
    enum Left {
        RESPONSE_AGAIN(TWICE),
        SWITCHING_PROTOCOLS("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
        INTERIM_RESPONSE("HTTP/1.1 103 Early Hints\r\n\r\n" + TWICE),
        HALF_A_HEAD(TWICE.substring(0, 30)),
        HEAD_ALONE(TWICE.substring(0, TWICE.length() - "{\"id\":\"late\"}".length())),
        HEAD_AND_HALF_A_BODY(TWICE.substring(0, TWICE.length() - 5)),
        REQUEST_TIMEOUT("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        LINE_BREAK("\r\n"),
        REST_OF_A_BODY("5}"),
        TRAILERS("X-Sum: 1\r\n\r\n");

        final String bytes;

        /** What belongs to them and comes only when the next request has been read. */
        String rest() {
            return TWICE.startsWith(bytes) ? TWICE.substring(bytes.length()) : "";
        }

        Left(String bytes) {
            this.bytes = bytes;
        }
    }

    /** Together with the response, so that they are in the HTTP library's buffer, where no look at the socket finds them. */
    @ParameterizedTest
    @EnumSource
    void get_moreThanItsResponseCame_isNobodysDeal(Left left) throws IOException {
        try (RawServer vendor = new RawServer(
                (target, number) -> number == 1 ? response(dealAt(target)) + left.bytes : response(dealAt(target)))) {
            HttpTransport transport = connect(vendor);

            for (int deal = 1; deal <= 4; deal++) {
                assertThat(get(transport, "d" + deal)).contains(Map.of("id", "d" + deal));
            }
            assertThat(vendor.connections()).as("the one out of step is left").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("lefts")
    void create_moreThanTheResponseBeforeCame_isDoneOnceOnANewConnection(Left left, Framing framing, boolean tls)
            throws IOException {
        try (RawServer vendor = new RawServer(
                tls ? TLS.sslSocketFactory() : ServerSocketFactory.getDefault(),
                (target, number, connection) -> (number == 2 && connection == 1 ? left.rest() : "")
                        + framing.response("{\"id\":\"made by request " + number + "\"}")
                        + (number == 1 ? left.bytes : ""))) {
            HttpTransport transport = tls ? connectTls(vendor) : connect(vendor);
            assertThat(transport.sendRaw(Wire.API, VendorRequest.get("deals", "d1")))
                    .contains(Map.of("id", "made by request 1"));

            for (int number = 2; number <= 3; number++) {
                assertThat(transport.sendRaw(Wire.API, RequestKind.CREATE.request))
                        .contains(Map.of("id", "made by request " + number));
            }
            assertThat(vendor.requests()).isEqualTo(3);
            assertThat(vendor.connections()).isEqualTo(2);
        }
    }

    static Stream<Arguments> lefts() {
        return Stream.of(Left.values())
                .flatMap(left -> Stream.of(
                        Arguments.of(left, Framing.LENGTH, false),
                        Arguments.of(left, Framing.CHUNKS, false),
                        Arguments.of(left, Framing.CHUNKS_AND_TRAILERS, true)));
    }

    /** How the end of a response is told. */
    enum Framing {
        LENGTH,
        CHUNKS,
        CHUNKS_AND_TRAILERS;

        String response(String body) {
            return this == LENGTH
                    ? OutOfStepTest.response(body)
                    : "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "1;first\r\n{\r\n" + Integer.toHexString(body.length() - 1) + "\r\n" + body.substring(1)
                            + "\r\n0\r\n" + (this == CHUNKS ? "" : "X-Sum: 1\r\n") + "\r\n";
        }
    }

    @ParameterizedTest
    @EnumSource
    void create_responsesEndWhereTheyShould_keepOneConnection(Framing framing) throws IOException {
        for (boolean tls : new boolean[] {false, true}) {
            try (RawServer vendor = new RawServer(
                    tls ? TLS.sslSocketFactory() : ServerSocketFactory.getDefault(),
                    (target, number, connection) -> "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                            + framing.response("{\"id\":\"made by request " + number + "\"}"))) {
                HttpTransport transport = tls ? connectTls(vendor) : connect(vendor);

                for (int number = 1; number <= 3; number++) {
                    assertThat(transport.sendRaw(Wire.API, RequestKind.CREATE.request))
                            .contains(Map.of("id", "made by request " + number));
                }
                assertThat(vendor.connections()).isEqualTo(1);
                wire.close();
            }
        }
    }

    /** After the response was read, so that they are found before anything is sent. */
    @ParameterizedTest
    @EnumSource
    void create_connectionHoldsUnreadBytes_isSentOnceOnANewOne(Left left) throws IOException {
        try (RawServer vendor =
                new RawServer((target, number) -> response("{\"id\":\"made by request " + number + "\"}"))) {
            HttpTransport transport = connect(vendor);
            for (int number = 1; number <= 3; number++) {
                assertThat(transport.sendRaw(Wire.API, RequestKind.CREATE.request))
                        .contains(Map.of("id", "made by request " + number));
                vendor.push(left.bytes);
            }
            assertThat(vendor.requests()).isEqualTo(3);
            assertThat(vendor.connections()).isEqualTo(3);
        }
    }

    /** The second copy comes only when the next request has been written, so that no look before it can find it. */
    @Test
    void get_responseAgainAfterTheNextRequest_isNobodysDeal() throws IOException {
        try (RawServer vendor = new RawServer((target, number) ->
                number == 2 ? response(dealAt("/deals/d1")) + response(dealAt(target)) : response(dealAt(target)))) {
            HttpTransport transport = connect(vendor, "deals.max-attempts", "1");

            assertThat(get(transport, "d1")).contains(Map.of("id", "d1"));
            DealsException mixedUp = catchThrowableOfType(
                    DealsException.class, () -> transport.send(Wire.API, about("d2"), OutOfStepTest::deal));
            assertThat(mixedUp).hasMessageContaining("the response is about another deal: d1");
            assertThat(mixedUp.outcome()).isEqualTo(Outcome.REJECTED);
            for (int deal = 3; deal <= 5; deal++) {
                assertThat(transport.send(Wire.API, about("d" + deal), OutOfStepTest::deal))
                        .isEqualTo(new Deal("d" + deal));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "99999999999999999999", "5, 7"})
    void create_contentLengthIsNonsense_isUnknownAndSentOnce(String length) throws IOException {
        try (RawServer vendor = new RawServer(
                (target, number) -> "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n{\"id\":\"d1\"}")) {
            HttpTransport transport = connect(vendor, "deals.attempt-timeout", "2s");

            DealsException thrown = catchThrowableOfType(
                    DealsException.class, () -> transport.sendRaw(Wire.API, RequestKind.CREATE.request));

            if (thrown != null) {
                assertThat(thrown.outcome()).isIn(Outcome.UNKNOWN, Outcome.APPLIED);
            }
            assertThat(vendor.requests()).isEqualTo(1);
        }
    }

    /** A deal, so that whose it is can be checked. */
    record Deal(String id) implements VendorDeal {
        @Override
        public Optional<String> dealId() {
            return Optional.of(id);
        }
    }

    static Deal deal(JsonReader json) {
        return json.object(fields -> {
            String id = "";
            while (fields.next()) {
                id = fields.name().equals("id") ? fields.string().orElse("") : id;
            }
            return new Deal(id);
        });
    }

    private HttpTransport connect(RawServer vendor, String... settings) {
        wire = new Wire(vendor.url());
        for (int i = 0; i < settings.length; i += 2) {
            wire.set(settings[i], settings[i + 1]);
        }
        return wire.open();
    }

    private HttpTransport connectTls(RawServer vendor) {
        wire = new Wire("https://localhost:" + vendor.port()).client(TLS.client());
        return wire.open();
    }

    private static Optional<Object> get(HttpTransport transport, String id) {
        return transport.sendRaw(Wire.API, about(id));
    }

    private static VendorRequest about(String id) {
        return VendorRequest.get("deals", id).about(id);
    }

    private static String dealAt(String target) {
        return "{\"id\":\"" + target.substring(target.lastIndexOf('/') + 1) + "\"}";
    }

    private static String response(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(ISO_8859_1).length + "\r\n\r\n" + body;
    }
}
