package dev.dealsdk.internal.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsException;
import dev.dealsdk.Logged;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.RequestKind;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of an account whose vendor is failing end at once, until a read has seen that it works again. */
@Timeout(60)
final class CircuitTest {
    private static final VendorRequest READ = VendorRequest.get("deals");
    private static final VendorRequest WRITE = VendorRequest.post("deals").json(body -> body.value("name", "x"));

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private Wire wire;
    private volatile int status = 503;

    @BeforeEach
    void start() {
        wire = wire();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return status == 200 ? Wire.ok() : Wire.status(status);
            }
        });
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    /** Three failures open the circuit for thirty seconds; each call is tried once. */
    private Wire wire() {
        return new Wire(server).set("deals.circuit", "3/30s").set("deals.max-attempts", "1");
    }

    private static Optional<Object> send(HttpTransport http, VendorRequest request) {
        return http.send(Wire.API, request, JsonReader::document);
    }

    private static VendorUnavailableException failure(HttpTransport http, VendorRequest request) {
        return catchThrowableOfType(VendorUnavailableException.class, () -> send(http, request));
    }

    private static void failTimes(int times, HttpTransport http) {
        for (int i = 0; i < times; i++) {
            assertThat(failure(http, READ).attempts())
                    .as("attempts of call " + i)
                    .isEqualTo(1);
        }
    }

    private void pass(Duration time) {
        wire.nanos.addAndGet(time.toNanos());
    }

    @ParameterizedTest
    @EnumSource
    void send_vendorHasFailedInARow_failsAtOnceAndIsNotSent(RequestKind kind) {
        HttpTransport http = wire.open();
        failTimes(1, http);
        pass(Duration.ofSeconds(4));
        failTimes(2, http);
        pass(Duration.ofSeconds(18));

        VendorUnavailableException thrown = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> http.send(wire.call(kind.operation), kind.request, JsonReader::document));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).isZero();
        assertThat(thrown)
                .hasMessage("fake " + kind.operation.key()
                        + " d1: the vendor has been failing for 22 s (3 attempts in a row);"
                        + " the next probe, a read, is sent in 12 s (nothing was sent)");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void send_connectionRefusedInARow_failsAtOnce() throws IOException {
        server.close();
        HttpTransport http = wire.open();
        failTimes(3, http);

        VendorUnavailableException thrown = failure(http, WRITE);

        assertThat(thrown).hasMessageContaining("has been failing").hasNoCause();
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void send_noResponseInTimeInARow_failsAtOnce() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
            }
        });
        HttpTransport http = wire.set("deals.attempt-timeout", "30ms").open();
        failTimes(3, http);

        assertThat(failure(http, READ).outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void send_callsOwnPatienceRunsOut_saysNothingOfTheVendor() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
            }
        });
        HttpTransport http = wire.open();
        CallOptions impatient =
                CallOptions.builder().callTimeout(Duration.ofMillis(20)).build();

        for (int i = 0; i < 4; i++) {
            assertThat(catchThrowableOfType(
                                    VendorUnavailableException.class,
                                    () -> http.send(Wire.api(impatient), READ, JsonReader::document))
                            .attempts())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 501})
    void send_vendorRefusesInARow_keepsSending(int refusal) {
        status = refusal;
        HttpTransport http = wire.open();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> send(http, WRITE)).isInstanceOf(DealsException.class);
        }

        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void send_oneResponseBetweenFailures_beginsTheRunAnew() {
        HttpTransport http = wire.open();
        failTimes(2, http);
        status = 429;
        assertThatThrownBy(() -> send(http, READ)).isInstanceOf(RateLimitedException.class);
        status = 503;
        failTimes(2, http);
        status = 200;

        assertThat(send(http, READ)).isPresent();
    }

    @Test
    void send_interruptedInARow_keepsSending() {
        HttpTransport http = wire.open();
        for (int i = 0; i < 4; i++) {
            Thread.currentThread().interrupt();
            VendorUnavailableException thrown = failure(http, READ);
            assertThat(Thread.interrupted()).as("the flag").isTrue();
            assertThat(thrown).hasMessageContaining("interrupted");
        }
        status = 200;

        assertThat(send(http, READ)).isPresent();
    }

    @Test
    void send_openTimeHasPassed_oneReadGoesAndClosesTheCircuit() {
        HttpTransport http = wire.open();
        failTimes(3, http);
        pass(Duration.ofSeconds(30));
        status = 200;

        assertThat(send(http, READ)).isPresent();
        assertThat(send(http, WRITE)).as("a write afterwards").isPresent();
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void send_probeFails_staysOpenForAsLongAgain() {
        HttpTransport http = wire.set("deals.max-attempts", "4").open();
        assertThat(failure(http, READ).attempts())
                .as("no attempt after the third")
                .isEqualTo(3);
        pass(Duration.ofSeconds(30));

        VendorUnavailableException probe = failure(http, READ);

        assertThat(probe.httpStatus()).contains(503);
        assertThat(probe.attempts()).as("one request, not four").isEqualTo(1);
        pass(Duration.ofSeconds(29));
        assertThat(failure(http, READ))
                .hasMessageContaining("for 59 s (4 attempts in a row); the next probe, a read, is sent in 1.0 s");
    }

    @Test
    void send_twoThreadsWhenTheProbeIsDue_oneGoesAndTheOtherFailsAtOnce() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch respond = new CountDownLatch(1);
        HttpTransport http = wire.open();
        failTimes(3, http);
        pass(Duration.ofSeconds(30));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                respond.await();
                return Wire.ok();
            }
        });

        CompletableFuture<Optional<Object>> probe = new CallThreads(Optional.empty()).submit(() -> send(http, READ));
        arrived.await();
        VendorUnavailableException other = failure(http, READ);
        respond.countDown();

        assertThat(probe.join()).isPresent();
        assertThat(other.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(other).hasMessageContaining("a probe is under way");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void write_probeIsDue_aReadOfTheSdkGoesFirst() throws InterruptedException {
        HttpTransport http = wire.open();
        wire.probeWith(call -> http.send(call, READ, JsonReader::document));
        failTimes(3, http);
        pass(Duration.ofSeconds(30));
        status = 200;

        assertThat(send(http, WRITE)).isPresent();

        assertThat(methods()).containsExactly("GET", "GET", "GET", "GET", "POST");
    }

    @Test
    void write_probeFails_isNotSent() throws InterruptedException {
        HttpTransport http = wire.open();
        wire.probeWith(call -> http.send(call, READ, JsonReader::document));
        for (int i = 0; i < 3; i++) {
            assertThat(failure(http, WRITE).outcome()).isEqualTo(Outcome.UNKNOWN);
        }

        for (int round = 0; round < 10; round++) {
            pass(Duration.ofSeconds(30));
            assertThat(failure(http, WRITE).outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure(http, WRITE).outcome()).isEqualTo(Outcome.NOT_SENT);
        }

        assertThat(methods().filter(method -> method.equals("POST")))
                .as("writes that were sent")
                .hasSize(3);
        assertThat(server.getRequestCount()).as("and one probe for each time").isEqualTo(13);
    }

    @Test
    void write_providerOffersNoRead_goesItself() {
        HttpTransport http = wire.open();
        failTimes(3, http);
        pass(Duration.ofSeconds(30));
        status = 200;

        assertThat(send(http, WRITE)).isPresent();
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void transition_opensTheCircuit_isUnknownAndReadsNothingBack() throws InterruptedException {
        HttpTransport http = wire.open();
        wire.probeWith(call -> http.send(call, READ, JsonReader::document));
        failTimes(2, http);

        VendorUnavailableException thrown = catchThrowableOfType(
                VendorUnavailableException.class,
                () -> http.send(wire.call(Operation.MOVE), RequestKind.MOVE.request, JsonReader::document));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(methods()).containsExactly("GET", "GET", "POST");
    }

    @Test
    void send_opensWhileAnotherCallWaitsForItsRetry_endsThatCallWithItsOwnFailure() throws InterruptedException {
        HttpTransport http = wire.set("deals.max-attempts", "4").open();
        wire.beforeSleep = () -> {
            wire.beforeSleep = () -> {};
            assertThat(failure(http, READ).attempts()).isEqualTo(2);
        };

        VendorUnavailableException waiting = failure(http, READ);

        assertThat(waiting.httpStatus()).contains(503);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void send_anotherClientOfTheAccountHasSeenTheFailures_failsAtOnce() {
        failTimes(3, wire.open());
        try (Wire other = wire().sharing(wire);
                Wire stranger = wire().sharing(wire).set("deals.token", "another-account")) {
            assertThat(failure(other.open(), READ).outcome()).isEqualTo(Outcome.NOT_SENT);
            status = 200;
            assertThat(send(stranger.open(), READ)).isPresent();
        }
    }

    @Test
    void send_circuitOff_goesOn() {
        HttpTransport http = wire.set("deals.circuit", "off").open();

        failTimes(30, http);

        assertThat(server.getRequestCount()).isEqualTo(30);
    }

    @Test
    void send_outageWithFailedProbes_isTwoWarnings() {
        HttpTransport http = wire.open();

        String log = Logged.during(() -> {
            failTimes(3, http);
            failure(http, WRITE);
            pass(Duration.ofSeconds(30));
            failTimes(1, http);
            pass(Duration.ofSeconds(30));
            status = 200;
            send(http, READ);
        });

        assertThat(log.lines().filter(line -> line.contains("WARN")))
                .as(log)
                .satisfiesExactly(
                        opened -> assertThat(opened)
                                .contains("fake at " + server.getHostName() + " is failing, and calls fail immediately:"
                                        + " 3 attempts in a row failed within 0.0 s, the last one with 503;"
                                        + " the next probe is a read in 30 s"),
                        closed -> assertThat(closed)
                                .contains("has recovered, and calls are sent again: 4 attempts failed in 60 s,"
                                        + " 1 requests were not sent"));
        assertThat(log).doesNotContain(Wire.TOKEN);
    }

    @Test
    void listener_isToldTheStateAtFirstAndEachChange() {
        List<CircuitChange> changes = Collections.synchronizedList(new ArrayList<>());
        HttpTransport http = wire.listener(new CallListener() {
                    @Override
                    public CallObserver callStarted(CallStart call) {
                        return new CallObserver() {};
                    }

                    @Override
                    public void circuitChanged(CircuitChange change) {
                        changes.add(change);
                        throw new IllegalStateException("a listener that fails");
                    }
                })
                .open();
        failTimes(3, http);
        failure(http, WRITE);
        pass(Duration.ofSeconds(30));
        status = 200;
        send(http, READ);

        assertThat(changes)
                .extracting(change -> change.state() + " " + change.failures() + " "
                        + change.failingFor().toSeconds() + " " + change.notSent())
                .containsExactly("CLOSED 0 0 0", "OPEN 3 0 0", "HALF_OPEN 3 30 1", "CLOSED 0 0 1");
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.provider()).isEqualTo("fake");
            assertThat(change.connection()).isEmpty();
        });
    }

    @Test
    void send_probeIsCancelled_theNextReadGoes() {
        HttpTransport http = wire.open();
        failTimes(3, http);
        pass(Duration.ofSeconds(30));
        Thread.currentThread().interrupt();
        assertThat(failure(http, READ)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        status = 200;

        assertThat(send(http, READ)).isPresent();
    }

    private Stream<String> methods() throws InterruptedException {
        List<String> methods = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            methods.add(server.takeRequest().getMethod());
        }
        return methods.stream();
    }
}
