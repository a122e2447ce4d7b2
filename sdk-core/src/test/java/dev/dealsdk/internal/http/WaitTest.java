package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.quota.RetryHints;
import dev.dealsdk.spi.HttpTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited between two attempts, and when not at all. */
final class WaitTest {
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
    @CsvSource({
        "Retry-After, 7, 7",
        "Retry-After, 1.5, 2",
        "Retry-After, 0.001, 1",
        "Retry-After, 'Sunday, 15-Mar-26 10:30:09 GMT', 9",
        "Retry-After, 'Sun Mar 15 10:30:09 2026', 9",
        "X-RateLimit-Reset, 19, 19",
        "X-RateLimit-Reset, 1773570610.2, 11",
        "Retry-After, 0, 0",
        "Retry-After, ' 12 ', 12",
        "Retry-After, 'Sun, 15 Mar 2026 10:30:09 GMT', 9",
        "X-RateLimit-Reset, 1773570611, 11",
        "RateLimit-Reset, 1773570613, 13"
    })
    void send_quotaSpentWithHint_waitsAsLong(String header, String value, int seconds) {
        server.enqueue(Wire.json(429, "{}").setHeader(header, value).build());
        server.enqueue(Wire.ok());

        RequestKind.CREATE.on(wire);

        assertThat(wire.waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, soon",
        "Retry-After, -5",
        "Retry-After, 99999999999999999999",
        "Retry-After, 999999999999",
        "Retry-After, 31536000",
        "Retry-After, 'Mon, 15 Mar 2027 10:30:00 GMT'",
        "X-RateLimit-Reset, 1805106600",
        "Retry-After, 'Sun, 15 Mar 2026 10:29:00 GMT'",
        "Retry-After, 'Mon, 15 Mar 2026 10:30:09 GMT'",
        "X-RateLimit-Reset, 0x10",
        "RateLimit-Reset, ''"
    })
    void send_quotaSpentWithNonsense_backsOff(String header, String value) {
        server.enqueue(Wire.json(429, "{}").setHeader(header, value).build());
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(wire.waits).containsExactly(Duration.ZERO);
    }

    @Test
    void send_severalHints_retryAfterComesFirst() {
        server.enqueue(Wire.json(429, "{}")
                .setHeader("RateLimit-Reset", "1773570613")
                .setHeader("Retry-After", "4")
                .build());
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(wire.waits).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void send_vendorTellsQuotaWithEveryAnswer_serverFailureIsNoReasonToWaitForIt() {
        server.enqueue(Wire.json(500, "{}")
                .setHeader("X-RateLimit-Reset", "1773570655")
                .build());
        server.enqueue(Wire.ok());

        RequestKind.READ.on(wire);

        assertThat(wire.waits)
                .as("the backoff, not the 55 s to the end of the quota's window")
                .containsExactly(Duration.ZERO);
    }

    @Test
    void hint_dateWithinASecond_isRoundedUp() {
        Headers headers = Headers.of("Retry-After", "Sun, 15 Mar 2026 10:30:09 GMT");

        assertThat(RetryHints.from(503, headers, Instant.parse("2026-03-15T10:30:04.600Z")))
                .as("the vendor still refuses 4.4 s on")
                .contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 3_600})
    void send_hintLongerThanMaxRetryDelay_failsAtOnce(int seconds) {
        server.enqueue(Wire.json(429, "{}").setHeader("Retry-After", seconds).build());

        RateLimitedException thrown = catchThrowableOfType(RateLimitedException.class, () -> RequestKind.READ.on(wire));

        assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(seconds));
        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(wire.waits).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_hintLongerThanTheCallHasLeft_failsAtOnce() {
        server.enqueue(Wire.json(429, "{}").setHeader("Retry-After", "5").build());
        CallOptions options =
                CallOptions.builder().callTimeout(Duration.ofSeconds(4)).build();

        RateLimitedException thrown = catchThrowableOfType(
                RateLimitedException.class, () -> wire.open().send(Wire.api(options), RequestKind.READ.request));

        assertThat(thrown.retryAt()).contains(Wire.NOW.plusSeconds(5));
        assertThat(wire.waits).isEmpty();
    }

    @Test
    void send_deadlinePassedDuringAnAttempt_isNotSentAgain() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                wire.nanos.addAndGet(Duration.ofSeconds(31).toNanos());
                return Wire.status(503);
            }
        });

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.READ.on(wire));

        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void send_maxAttemptsOfTheCall_areKept() {
        server.enqueue(Wire.status(503));
        server.enqueue(Wire.status(503));
        HttpTransport http = wire.open();
        ActiveCall call =
                wire.call(Operation.GET, CallOptions.builder().maxAttempts(2).build(), Duration.ofSeconds(30));

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> http.send(call, RequestKind.READ.request));

        assertThat(thrown.attempts()).isEqualTo(2);
    }

    @Test
    void send_interruptedWhileWaiting_stopsAtOnceAndKeepsTheFlag() {
        Thread caller = Thread.currentThread();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Wire.status(503);
            }
        });
        wire.beforeSleep = caller::interrupt;

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.UPDATE.on(wire));

        assertThat(Thread.interrupted()).as("the flag").isTrue();
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void backoff_grows_withFullJitterUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2), new Random(7));
        Duration[] longest = new Duration[40];
        for (int attempt = 1; attempt < longest.length; attempt++) {
            longest[attempt] = Duration.ZERO;
            for (int i = 0; i < 200; i++) {
                Duration wait = backoff.after(attempt);
                assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(2));
                longest[attempt] = wait.compareTo(longest[attempt]) > 0 ? wait : longest[attempt];
            }
        }

        assertThat(longest[1]).isBetween(Duration.ofMillis(200), Duration.ofMillis(250));
        assertThat(longest[3]).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_000));
        assertThat(longest[39]).isGreaterThan(Duration.ofMillis(1_800));
    }
}
