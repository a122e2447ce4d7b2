package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kind of call is sent again after which failure, and what the caller is told of its fate. */
final class RetryLoopTest {
    private static final Set<RequestKind> FREELY =
            Set.of(RequestKind.READ, RequestKind.SEARCH, RequestKind.UPDATE, RequestKind.DELETE);

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
    @EnumSource
    void send_quotaSpentOnce_isSentAgain(RequestKind kind) {
        server.enqueue(Wire.status(429));
        server.enqueue(Wire.ok());

        kind.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(wire.waits).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void send_quotaSpentForEver_isRejectedAfterAllAttempts(RequestKind kind) {
        for (int i = 0; i < 4; i++) {
            server.enqueue(Wire.json(429, "{\"code\":\"slow\",\"request\":\"r" + i + "\"}")
                    .setHeader("Retry-After", "3")
                    .build());
        }

        RateLimitedException thrown = catchThrowableOfType(RateLimitedException.class, () -> kind.on(wire));

        assertThat(thrown)
                .hasMessage("fake " + kind.operation.key()
                        + " d1: rate limited: retry in 3 s, HTTP 429, code slow, request r3, after 4 attempts");
        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.attempts()).isEqualTo(4);
        assertThat(thrown.httpStatus()).contains(429);
        assertThat(thrown.vendorCode()).contains("slow");
        assertThat(thrown.requestId()).contains("r3");
        assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(thrown.retryAt()).contains(Wire.NOW.plusSeconds(3));
        assertThat(thrown.getSuppressed())
                .hasSize(3)
                .allSatisfy(earlier -> assertThat(earlier).isInstanceOf(RateLimitedException.class));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    static Stream<Arguments> repeatedServerFailures() {
        return Stream.of(500, 502, 503, 504, 408, 520)
                .flatMap(status -> FREELY.stream().map(kind -> Arguments.of(kind, status)));
    }

    @ParameterizedTest
    @MethodSource("repeatedServerFailures")
    void send_serverFailsOnce_isSentAgain(RequestKind kind, int status) {
        server.enqueue(Wire.status(status));
        server.enqueue(Wire.ok());

        kind.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    static Stream<Arguments> surfacedServerFailures() {
        return Stream.of(500, 502, 503, 504, 408)
                .flatMap(status -> Stream.of(RequestKind.CREATE, RequestKind.CREATE_WITH_KEY)
                        .map(kind -> Arguments.of(kind, status)));
    }

    @ParameterizedTest
    @MethodSource("surfacedServerFailures")
    void send_serverFailsOnACreate_isUnknownAndNotSentAgain(RequestKind kind, int status) {
        server.enqueue(Wire.status(status));

        DealsException thrown = failure(kind);

        assertThat(thrown).isInstanceOf(VendorUnavailableException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(thrown).hasMessageContaining("(it may have been applied: look before sending it again)");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void send_notImplemented_isRejectedAtOnce(RequestKind kind) {
        server.enqueue(Wire.status(501));

        DealsException thrown = failure(kind);

        assertThat(thrown).isInstanceOf(VendorUnavailableException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void send_serverFailsForEver_readIsRejectedAndUpdateUnknown(int status) {
        for (int i = 0; i < 8; i++) {
            server.enqueue(Wire.status(status));
        }

        DealsException read = failure(RequestKind.READ);
        DealsException update = failure(RequestKind.UPDATE);

        assertThat(read.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(update.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(update.attempts()).isEqualTo(4);
        assertThat(update.getSuppressed()).hasSize(3);
        assertThat(server.getRequestCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void send_connectionRefused_isTriedAgainAndNotSent(RequestKind kind) throws IOException {
        server.close();

        DealsException thrown = failure(kind);

        assertThat(thrown).isInstanceOf(VendorUnavailableException.class).hasCauseInstanceOf(IOException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).isEqualTo(4);
        assertThat(thrown.httpStatus()).isEmpty();
        assertThat(wire.waits).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "SEARCH", "UPDATE", "DELETE", "CREATE_WITH_KEY"})
    void send_cutBeforeTheAnswer_isSentAgain(RequestKind kind) throws InterruptedException {
        server.enqueue(cut());
        server.enqueue(Wire.ok());

        kind.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(server.takeRequest().getHeaders().get("Idempotency-Key"))
                .as("the same key")
                .isEqualTo(server.takeRequest().getHeaders().get("Idempotency-Key"));
    }

    @Test
    void create_cutBeforeTheAnswer_isUnknownAndNotSentAgain() {
        server.enqueue(cut());

        DealsException thrown = failure(RequestKind.CREATE);

        assertThat(thrown).isInstanceOf(VendorUnavailableException.class).hasCauseInstanceOf(IOException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.httpStatus()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void update_refusedAfterALostAnswer_isUnknown() {
        server.enqueue(cut());
        server.enqueue(Wire.status(422));

        DealsException thrown = failure(RequestKind.UPDATE);

        assertThat(thrown).isInstanceOf(InvalidRequestException.class);
        assertThat(thrown.outcome()).as("the first attempt may have done it").isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.getSuppressed()).hasSize(1);
    }

    @Test
    void delete_gone_isNotFound() {
        server.enqueue(Wire.status(404));

        DealsException thrown = failure(RequestKind.DELETE);

        assertThat(thrown).isInstanceOf(DealNotFoundException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void delete_goneAfterAQuotaAlone_isNotFound() {
        server.enqueue(Wire.status(429));
        server.enqueue(Wire.status(404));

        assertThat(failure(RequestKind.DELETE)).isInstanceOf(DealNotFoundException.class);
    }

    static Stream<MockResponse> uncertain() {
        return Stream.of(cut(), Wire.status(500), Wire.status(503), Wire.status(504));
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void delete_goneAfterAnUncertainAttempt_isDone(MockResponse first) {
        server.enqueue(first);
        server.enqueue(Wire.status(404));

        RequestKind.DELETE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 422})
    void send_refused_isNotSentAgain(int status) {
        server.enqueue(Wire.status(status));

        DealsException thrown = failure(RequestKind.UPDATE);

        assertThat(thrown.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private DealsException failure(RequestKind kind) {
        return catchThrowableOfType(DealsException.class, () -> kind.on(wire));
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }
}
