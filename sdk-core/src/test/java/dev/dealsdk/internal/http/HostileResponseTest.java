package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that keep to no rule, and what is known of the call after them. */
final class HostileResponseTest {
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
    @EnumSource(names = {"READ", "CREATE"})
    void send_textThatIsNoUtf8_isMalformed(RequestKind kind) {
        Buffer body = new Buffer()
                .writeUtf8("{\"id\":\"d1")
                .writeByte(0xC3)
                .writeByte(0x28)
                .writeUtf8("\"}");
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());

        DealsException thrown = catchThrowableOfType(MalformedResponseException.class, () -> kind.on(wire));

        assertThat(thrown.outcome()).isEqualTo(kind.isWrite() ? Outcome.APPLIED : Outcome.REJECTED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_hintsBeforeTheAnswer_areSkipped() {
        server.enqueue(Wire.json(200, "{\"id\":\"d1\"}")
                .addInformationalResponse(new MockResponse.Builder().code(103).build())
                .build());

        RequestKind.CREATE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_noContentWithABody_isUnknownAndSentOnce() {
        server.enqueue(new MockResponse.Builder().code(204).body("hello").build());

        DealsException thrown =
                catchThrowableOfType(MalformedResponseException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void delete_noContentWithABody_isDone() {
        server.enqueue(new MockResponse.Builder().code(204).body("hello").build());

        RequestKind.DELETE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_answerThatTricklesWithoutEnd_endsWithTheAttempt() {
        wire.set("deals.attempt-timeout", "200ms").set("deals.max-attempts", "1");
        server.enqueue(Wire.json(200, "{\"id\":\"" + "x".repeat(100_000) + "\"}")
                .throttleBody(1, 20, TimeUnit.MILLISECONDS)
                .build());

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.READ.on(wire));

        assertThat(thrown).hasMessageContaining("no response within 200 ms");
    }

    @Test
    void sendRaw_keyThatComesTwice_hasItsLastValue() {
        server.enqueue(Wire.json(200, "{\"id\":\"d1\",\"id\":\"d2\"}").build());

        assertThat(wire.open().sendRaw(Wire.API, RequestKind.READ.request)).hasValue(Map.of("id", "d2"));
    }
}
