package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the HTTP library below would do by itself, and must not. */
@Timeout(60)
final class ConnectionTest {
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;

    @StartStop
    private final MockWebServer server = PromptServer.create();

    @StartStop
    private final MockWebServer elsewhere = PromptServer.create();

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
    void create_unavailableWithRetryAfterZero_isSentOnce() {
        server.enqueue(Wire.json(503, "{}").setHeader("Retry-After", "0").build());
        server.enqueue(Wire.ok());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void get_unavailableWithRetryAfter_waitsAsLong() {
        server.enqueue(Wire.json(503, "{}").setHeader("Retry-After", "2").build());
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(wire.waits).singleElement().hasToString("PT2S");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "MOVE"})
    void write_requestTimeoutAnswered_isSentOnce(RequestKind kind) {
        server.enqueue(Wire.json(408, "{}").setHeader("Connection", "close").build());
        server.enqueue(Wire.ok());

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> kind.on(wire));

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void create_pooledConnectionClosedMeanwhile_isSentOnceOnANewOne() throws IOException, InterruptedException {
        try (OneShotServer vendor = new OneShotServer()) {
            wire.set("deals.base-url", vendor.url()).set("deals.max-attempts", "1");
            var transport = wire.open();
            for (int i = 1; i <= 5; i++) {
                transport.send(Wire.API, RequestKind.CREATE.request);

                vendor.awaitClosed();
                assertThat(vendor.closedUnawaited())
                        .as("one connection a request")
                        .isZero();
                wire.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    @Test
    void create_streamRefusedByTheServer_isSentAgain() {
        wire.client(http2());
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM))
                .build());
        server.enqueue(Wire.ok());

        RequestKind.CREATE.on(wire);

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(wire.waits).hasSize(1);
    }

    @Test
    void create_streamBrokenByTheServer_isUnknownAndSentOnce() throws InterruptedException {
        wire.client(http2());
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseStream(INTERNAL_ERROR))
                .build());
        server.enqueue(Wire.ok());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.takeRequest(10, TimeUnit.SECONDS))
                .as("the server counts it on a thread of its own")
                .isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static OkHttpClient http2() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    @Test
    void create_ownInterceptorRepeats_isSentOnce() {
        wire.client(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    return chain.proceed(chain.request());
                })
                .build());
        server.enqueue(Wire.status(503));
        server.enqueue(Wire.ok());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown).hasMessageContaining("an interceptor of the HTTP client sends requests again");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_ownAuthenticator_answersNoChallenge() {
        wire.client(new OkHttpClient.Builder()
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Basic other")
                        .build())
                .build());
        server.enqueue(Wire.status(401));

        assertThat(catchThrowableOfType(AuthenticationException.class, () -> RequestKind.CREATE.on(wire)))
                .isNotNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_pooledConnectionBreaksUnderTheRequest_isUnknownAndSentOnce() {
        server.enqueue(Wire.ok());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(Wire.ok());
        var transport = wire.open();
        transport.send(Wire.API, RequestKind.READ.request);

        DealsException thrown = catchThrowableOfType(
                VendorUnavailableException.class, () -> transport.send(Wire.API, RequestKind.CREATE.request));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    static Stream<Arguments> redirects() {
        return Stream.of(301, 302, 303, 307, 308)
                .flatMap(status -> Stream.of(RequestKind.READ, RequestKind.CREATE, RequestKind.DELETE)
                        .map(kind -> Arguments.of(status, kind)));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void send_redirected_isNotFollowed(int status, RequestKind kind) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", elsewhere.url("/deals?code=x1y2").toString())
                .build());

        DealsException thrown = catchThrowableOfType(MalformedResponseException.class, () -> kind.on(wire));

        assertThat(elsewhere.getRequestCount()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(thrown.outcome())
                .as("a 303 is what servers answer to a POST that they have done")
                .isEqualTo(kind.isWrite() ? Outcome.UNKNOWN : Outcome.REJECTED);
        assertThat(thrown)
                .hasMessageContaining("it points to host " + elsewhere.getHostName())
                .hasMessageNotContaining("x1y2");
    }

    @Test
    void send_noAnswer_isUnknownForACreateAndRepeatedForARead() {
        wire.set("deals.attempt-timeout", "150ms");
        server.enqueue(stalled());
        server.enqueue(stalled());
        server.enqueue(Wire.ok());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));
        RequestKind.READ.on(wire);

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown).hasMessageContaining("no response within 150 ms");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void send_answerStallsInTheBody_endsWithTheAttempt() {
        wire.set("deals.attempt-timeout", "150ms").set("deals.max-attempts", "1");
        server.enqueue(Wire.json(200, "{\"id\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.READ.on(wire));

        assertThat(thrown).hasMessageContaining("no response within 150 ms");
    }

    @Test
    void send_ownClient_isBoundToTheSameRulesAndNotClosed() {
        OkHttpClient own = new OkHttpClient();
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", elsewhere.url("/").toString())
                .build());
        server.enqueue(Wire.ok());
        wire.client(own);

        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> RequestKind.READ.on(wire)))
                .isNotNull();
        RequestKind.READ.on(wire);
        wire.close();

        assertThat(elsewhere.getRequestCount()).isZero();
        assertThat(own.connectionPool().connectionCount())
                .as("the pool is left alone")
                .isPositive();
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
        own.connectionPool().evictAll();
    }

    @Test
    void send_headers_areTheSdksOwnAndTheCallers() throws InterruptedException {
        server.enqueue(Wire.ok());
        var options = CallOptions.builder().putHeaders("X-Trace", "t1").build();

        wire.open().send(Wire.api(options), RequestKind.CREATE.request);

        var sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + Wire.TOKEN);
        assertThat(sent.getHeaders().get("X-Trace")).isEqualTo("t1");
        assertThat(sent.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getHeaders().get("User-Agent")).matches("deals-sdk-java/\\d.*");
        assertThat(sent.getHeaders().names())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "Authorization",
                        "X-Trace",
                        "Accept",
                        "Content-Type",
                        "Content-Length",
                        "User-Agent",
                        "Host",
                        "Connection",
                        "Accept-Encoding"));
    }

    private static MockResponse stalled() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }
}
