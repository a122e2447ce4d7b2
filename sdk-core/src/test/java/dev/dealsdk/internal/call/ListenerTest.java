package dev.dealsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.Logged;
import dev.dealsdk.Operation;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallRetry;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners are told of calls of the vendor's own API; those of neutral ones are told the same way. */
class ListenerTest {
    private static final VendorRequest READ = VendorRequest.get("v1", "deals", "d1");

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<CallAttempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private @Nullable TransportFactory factory;

    @AfterEach
    void close() {
        if (factory != null) {
            factory.close();
        }
    }

    private HttpTransport connect(CallListener... listeners) {
        return connect(Map.of(), listeners);
    }

    private HttpTransport connect(Map<String, String> more, CallListener... listeners) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "deals.provider",
                "fake",
                "deals.connections.emea.token",
                "s3cr3t-t0ken-0123",
                "deals.max-retry-delay",
                "1s",
                "deals.connections.emea.base-url",
                server.url("/").toString()));
        settings.putAll(more);
        DealsConfig.Builder config = DealsConfig.from(settings).toBuilder();
        for (CallListener listener : listeners) {
            config.addListener(listener);
        }
        factory = new TransportFactory(config.build().connection("emea"));
        return factory.create(VendorProfile.builder()
                .provider("fake")
                .baseUrl("https://api.fake.example")
                .errors(response -> VendorError.builder()
                        .requestId(response.json().filter(Map.class::isInstance).map(body ->
                                (String) ((Map<?, ?>) body).get("request")))
                        .build())
                .build());
    }

    private CallObserver listen(CallStart call) {
        heard.add("start " + call.provider() + " " + call.name());
        return new CallObserver() {
            @Override
            public void attempted(CallAttempt attempt) {
                attempts.add(attempt);
                heard.add("attempt "
                        + attempt.httpStatus()
                                .map(String::valueOf)
                                .or(attempt::failure)
                                .orElse("?"));
            }

            @Override
            public void retrying(CallRetry retry) {
                heard.add("retry " + retry.attempt() + " after " + retry.reason());
            }

            @Override
            public void finished(CallEnd end) {
                heard.add("end " + end.outcome() + ", attempts " + end.attempts());
            }
        };
    }

    @Test
    void call_repeated_isToldStepByStep() {
        HttpTransport transport = connect(this::listen);
        server.enqueue(Wire.status(503));
        server.enqueue(Wire.ok());

        assertThat(transport.send(Wire.API, READ, JsonReader::document)).isPresent();

        assertThat(heard)
                .containsExactly(
                        "start fake api", "attempt 503", "retry 2 after 503", "attempt 200", "end success, attempts 2");
    }

    @Test
    void call_onAThreadOfTheSdk_isToldTheSame() {
        HttpTransport transport = connect(this::listen);
        server.enqueue(Wire.status(503));
        server.enqueue(Wire.ok());

        assertThat(new CallThreads(Optional.empty())
                        .submit(() -> transport.send(Wire.API, READ, JsonReader::document))
                        .join())
                .isPresent();

        assertThat(heard)
                .containsExactly(
                        "start fake api", "attempt 503", "retry 2 after 503", "attempt 200", "end success, attempts 2");
    }

    @Test
    void call_failed_isToldWithItsOutcome() {
        HttpTransport transport = connect(this::listen);
        server.enqueue(Wire.status(404));

        assertThatThrownBy(() -> transport.send(Wire.API, READ, JsonReader::document))
                .isInstanceOf(RuntimeException.class);

        assertThat(heard).endsWith("attempt 404", "end rejected, attempts 1");
    }

    @Test
    void call_withoutAnAnswer_isToldWhy() {
        HttpTransport transport = connect(this::listen);
        server.close();

        assertThatThrownBy(() -> transport.send(Wire.API, READ, JsonReader::document))
                .isInstanceOf(VendorUnavailableException.class);

        assertThat(heard).contains("attempt connection").endsWith("end not_sent, attempts 4");
    }

    @Test
    void attempt_tellsHarmlessHeadersAlone_withoutTheToken() {
        HttpTransport transport = connect(this::listen);
        server.enqueue(Wire.json(200, "{}")
                .setHeader("X-Request-Id", "r-1 s3cr3t-t0ken-0123")
                .setHeader("Set-Cookie", "session=1")
                .setHeader("X-RateLimit-Remaining", "7")
                .build());

        assertThat(transport.send(Wire.API, READ, JsonReader::document)).isPresent();

        assertThat(attempts.get(0).headers()).containsOnlyKeys("x-request-id", "x-ratelimit-remaining");
        assertThat(attempts.get(0).requestId()).hasValue("r-1 ****");
        assertThat(attempts.toString()).doesNotContain("s3cr3t-t0ken-0123");
    }

    @Test
    void call_namedConnection_isToldWithItsName() {
        List<CallStart> starts = new ArrayList<>();
        HttpTransport transport = connect(call -> {
            starts.add(call);
            return new CallObserver() {};
        });
        server.enqueue(Wire.ok());

        assertThat(transport.send(Wire.API, READ, JsonReader::document)).isPresent();

        assertThat(starts)
                .containsExactly(new CallStart("fake", Optional.of("emea"), Optional.empty(), Optional.empty()));
    }

    @Test
    void log_callWithFailedAttempts_hasTheHeadersOfEachAndNoSecret() {
        List<String> lines = new ArrayList<>();
        HttpTransport transport = connect(Map.of("deals.max-attempts", "3"), call -> new CallLog(call, lines::add));
        server.enqueue(Wire.json(429, "{}")
                .setHeader("Retry-After", "0")
                .setHeader("X-Request-Id", "r-1")
                .setHeader("X-RateLimit-Limit", "60")
                .setHeader("X-RateLimit-Remaining", "0")
                .setHeader("Set-Cookie", "session=c00kie-0123")
                .setHeader("Authorization", "Bearer s3cr3t-t0ken-0123")
                .build());
        server.enqueue(Wire.json(503, "{\"request\":\"b-2\"}")
                .setHeader("Retry-After", "1")
                .setHeader("RateLimit-Reset", "s3cr3t-t0ken-0123")
                .build());
        server.enqueue(Wire.json(200, "{}").setHeader("X-Request-Id", "r-3").build());

        assertThat(transport.send(Wire.API, READ, JsonReader::document)).isPresent();

        assertThat(lines)
                .singleElement()
                .asString()
                .matches(("fake (emea) api: success after # ms;"
                                + " GET 429 in # ms (retry-after: 0, x-ratelimit-limit: 60, x-ratelimit-remaining: 0,"
                                + " x-request-id: r-1),"
                                + " GET 503 in # ms (ratelimit-reset: ****, request: b-2, retry-after: 1),"
                                + " GET 200 in # ms (x-request-id: r-3);"
                                + " waited 1000 ms before retries")
                        .replace("(", "\\(")
                        .replace(")", "\\)")
                        .replace("*", "\\*")
                        .replace("#", "\\d+"));
    }

    @Test
    void log_callOfATopLevelClientThatFails_saysWhyAndThatNothingWasSent() {
        List<String> lines = new ArrayList<>();
        CallLog log = new CallLog(
                new CallStart("fake", Optional.empty(), Optional.of(Operation.GET), Optional.of("d\n1")), lines::add);

        log.finished(new CallEnd(
                Optional.of(new IllegalStateException()), 0, Duration.ofMillis(3), Duration.ZERO, Duration.ZERO));

        assertThat(lines)
                .containsExactly("fake get of deal d?1: error (IllegalStateException) after 3 ms; nothing was sent");
    }

    @Test
    void listenerThatAlwaysThrows_isLoggedOnce() {
        HttpTransport transport = connect(call -> {
            throw new IllegalStateException("no start");
        });
        for (int i = 0; i < 3; i++) {
            server.enqueue(Wire.ok());
        }

        String log = Logged.during(() -> {
            for (int i = 0; i < 3; i++) {
                transport.send(Wire.API, READ, JsonReader::document);
            }
        });

        assertThat(log.lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("the listener " + ListenerTest.class.getName(), " of fake (emea) failed");
    }

    @Test
    void listenerThatThrows_harmsNeitherTheCallNorTheOthers() {
        HttpTransport transport = connect(
                call -> {
                    throw new IllegalStateException("no start");
                },
                call -> new CallObserver() {
                    @Override
                    public void attempted(CallAttempt attempt) {
                        throw new AssertionError("no attempt");
                    }

                    @Override
                    public void finished(CallEnd end) {
                        throw new IllegalStateException("no end");
                    }
                },
                this::listen);
        server.enqueue(Wire.ok());

        assertThat(transport.send(Wire.API, READ, JsonReader::document)).isPresent();

        assertThat(heard).endsWith("attempt 200", "end success, attempts 1");
    }
}
