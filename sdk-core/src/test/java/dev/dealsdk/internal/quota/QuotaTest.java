package dev.dealsdk.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests keep to the account's quota; the server here counts them as a vendor does, in a sliding window. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuotaTest {
    private static final VendorRequest READ = VendorRequest.get("v1", "deals");

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private final List<TransportFactory> factories = new ArrayList<>();

    @AfterEach
    void close() {
        factories.forEach(TransportFactory::close);
    }

    private HttpTransport connect(
            Map<String, String> settings, Optional<String> documented, CallListener... listeners) {
        DealsConfig.Builder config = DealsConfig.builder()
                .provider("fake")
                .token("t")
                .maxRetryDelay(Duration.ofMillis(1))
                .baseUrl(server.url("/").toString());
        settings.forEach(config::set);
        for (CallListener listener : listeners) {
            config.addListener(listener);
        }
        TransportFactory factory = new TransportFactory(config.build());
        factories.add(factory);
        return factory.create(VendorProfile.builder()
                .provider("fake")
                .baseUrl("https://api.fake.example")
                .errors(response -> VendorError.builder().build())
                .rateLimit(documented)
                .build());
    }

    private HttpTransport connect(String rateLimit) {
        return connect(Map.of("deals.rate-limit", rateLimit), Optional.empty());
    }

    private static ActiveCall call(Duration timeout) {
        return new ActiveCall(
                Optional.of("fake"),
                Optional.of(Operation.LIST),
                Optional.empty(),
                CallOptions.builder().build(),
                (stage, call) -> stage,
                CallMonitors.UNHEARD,
                System.nanoTime() + timeout.toNanos());
    }

    private static Optional<Object> read(HttpTransport transport) {
        return transport.send(Wire.API, READ, JsonReader::document);
    }

    /** Refuses with 429 whatever is more than so many requests within the window before. */
    private static final class Counting extends Dispatcher {
        private final int calls;
        private final long nanos;
        private final Deque<Long> arrivals = new ArrayDeque<>();
        private final AtomicInteger refused = new AtomicInteger();

        Counting(int calls, Duration window) {
            this.calls = calls;
            this.nanos = window.toNanos();
        }

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            long now = System.nanoTime();
            while (!arrivals.isEmpty() && now - arrivals.getFirst() >= nanos) {
                arrivals.removeFirst();
            }
            arrivals.addLast(now);
            if (arrivals.size() > calls) {
                refused.incrementAndGet();
                return Wire.status(429);
            }
            return Wire.ok();
        }
    }

    @Test
    void manyRequests_ofSeveralClientsOfOneAccount_areNeverTooMany() {
        Counting vendor = new Counting(20, Duration.ofMillis(200));
        server.setDispatcher(vendor);
        HttpTransport one = connect("20/200ms");
        HttpTransport other = connect("20/200ms");

        CallThreads threads = new CallThreads(Optional.empty());
        List<CompletableFuture<Optional<Object>>> calls = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            HttpTransport client = number % 2 == 0 ? one : other;
            calls.add(threads.submit(() -> read(client)));
        }

        calls.forEach(call -> assertThat(call.join()).isPresent());
        assertThat(vendor.refused).hasValue(0);
        assertThat(server.getRequestCount()).isEqualTo(100);
    }

    @Test
    void theVendorsDocumentedQuota_holdsByDefault() {
        HttpTransport transport = connect(Map.of("deals.call-timeout", "100ms"), Optional.of("1/1m"));
        server.enqueue(Wire.ok());
        read(transport);

        assertThatThrownBy(() -> read(transport))
                .asInstanceOf(type(RateLimitedException.class))
                .satisfies(refused -> {
                    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
                    assertThat(refused.attempts()).isZero();
                    assertThat(refused.httpStatus()).isEmpty();
                    assertThat(refused.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
                    assertThat(refused.retryAt()).isPresent();
                    assertThat(refused).hasMessageContaining("rate limited: next permit in 5");
                });
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void off_turnsTheDocumentedQuotaOff() {
        HttpTransport transport =
                connect(Map.of("deals.rate-limit", "off", "deals.call-timeout", "5s"), Optional.of("1/1m"));
        server.enqueue(Wire.ok());
        server.enqueue(Wire.ok());
        read(transport);

        assertThat(read(transport)).isPresent();
    }

    @Test
    void anotherAccount_hasAQuotaOfItsOwn() {
        Map<String, String> limit = Map.of("deals.rate-limit", "1/1m");
        server.enqueue(Wire.ok());
        server.enqueue(Wire.ok());
        read(connect(limit, Optional.empty()));

        assertThat(read(connect(Map.of("deals.rate-limit", "1/1m", "deals.token", "other"), Optional.empty())))
                .isPresent();
    }

    @Test
    void sameWindowsInAnotherOrder_areOneQuota() {
        server.enqueue(Wire.ok());
        read(connect("1/2m,9/10m"));

        assertThatThrownBy(() -> connect("9/10m, 1/2m").send(call(Duration.ofSeconds(1)), READ, JsonReader::document))
                .isInstanceOf(RateLimitedException.class);
    }

    @Test
    void aCallThatWaitsForQuota_hasItsTimeWhenItMayLeave() {
        HttpTransport transport = connect("1/300ms");
        server.enqueue(Wire.ok());
        server.enqueue(Wire.ok());
        read(transport);
        ActiveCall patient = call(Duration.ofMillis(100));
        patient.waitForQuota();

        assertThat(transport.send(patient, READ, JsonReader::document)).isPresent();
    }

    @Test
    void anAnswerThatTellsTheQuotaSpent_holdsTheNextRequestBack() {
        HttpTransport transport = connect("100/1m");
        long reset = Instant.now().getEpochSecond() + 40;
        server.enqueue(Wire.json(200, "{}")
                .setHeader("X-RateLimit-Remaining", "0")
                .setHeader("X-RateLimit-Reset", Long.toString(reset))
                .build());
        read(transport);

        assertThatThrownBy(() -> transport.send(call(Duration.ofSeconds(1)), READ, JsonReader::document))
                .isInstanceOf(RateLimitedException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRefusalForQuota_holdsTheOtherCallsBack() {
        HttpTransport transport = connect("100/1m");
        server.enqueue(Wire.json(429, "{}").setHeader("Retry-After", "30").build());
        assertThatThrownBy(() -> read(transport)).isInstanceOf(RateLimitedException.class);

        assertThatThrownBy(() -> transport.send(call(Duration.ofSeconds(1)), READ, JsonReader::document))
                .asInstanceOf(type(RateLimitedException.class))
                .satisfies(refused -> assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void cancelled_whileItWaitsForQuota_isNeverSent() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        HttpTransport transport =
                connect(Map.of("deals.rate-limit", "1/200ms"), Optional.empty(), call -> new CallObserver() {
                    @Override
                    public void waitingForQuota(Duration wait) {
                        waits.countDown();
                    }
                });
        server.enqueue(Wire.ok());
        server.enqueue(Wire.ok());
        read(transport);
        CompletableFuture<Optional<Object>> waiting = new CallThreads(Optional.empty()).submit(() -> read(transport));
        waits.await();

        waiting.cancel(true);

        assertThat(read(transport)).as("the call behind it").isPresent();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
