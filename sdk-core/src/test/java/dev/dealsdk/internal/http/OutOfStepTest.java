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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A kept connection that holds more than the responses to its requests: nobody gets the response to another request. */
@Timeout(60)
final class OutOfStepTest {
    private static final String TWICE = response("{\"id\":\"late\"}");

    private Wire wire = new Wire("http://unused.example");

    @AfterEach
    void stop() {
        wire.close();
    }

    /** What stands on the connection behind a response, when the next request is about to use it. */
    enum Left {
        RESPONSE_AGAIN(TWICE),
        SWITCHING_PROTOCOLS("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
        INTERIM_RESPONSE("HTTP/1.1 103 Early Hints\r\n\r\n" + TWICE),
        REQUEST_TIMEOUT("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        LINE_BREAK("\r\n"),
        REST_OF_A_BODY("5}");

        final String bytes;

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
    @EnumSource
    void create_moreThanTheResponseBeforeCame_isUnknownAndTheNextOneIsDone(Left left) throws IOException {
        try (RawServer vendor = new RawServer((target, number) ->
                response("{\"id\":\"made by request " + number + "\"}") + (number == 1 ? left.bytes : ""))) {
            HttpTransport transport = connect(vendor);
            assertThat(transport.sendRaw(Wire.API, RequestKind.CREATE.request))
                    .contains(Map.of("id", "made by request 1"));

            DealsException thrown = catchThrowableOfType(
                    DealsException.class, () -> transport.sendRaw(Wire.API, RequestKind.CREATE.request));

            assertThat(thrown.outcome())
                    .as("it was sent, and nothing came back")
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(transport.sendRaw(Wire.API, RequestKind.CREATE.request))
                    .contains(Map.of("id", "made by request 3"));
            assertThat(vendor.requests()).isEqualTo(3);
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
