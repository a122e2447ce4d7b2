package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A move whose answer is uncertain: the deal tells what to do. */
@Timeout(20)
final class TransitionTest {
    private static final String THERE = "s2";
    private static final String ELSEWHERE = "s1";

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

    static Stream<MockResponse> uncertain() {
        return Stream.of(cut(), Wire.status(500), Wire.status(502), Wire.status(503), Wire.status(504));
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void move_uncertainAndThere_isDone(MockResponse first) throws InterruptedException {
        server.enqueue(first);
        server.enqueue(deal(THERE));

        assertThat(move()).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "GET");
    }

    static Stream<MockResponse> over() {
        return Stream.of(cut(), Wire.status(500), Wire.status(503));
    }

    @ParameterizedTest
    @MethodSource("over")
    void move_exchangeOverAndNeverThere_isSentAgainAfterTheSettleTime(MockResponse first) throws InterruptedException {
        server.enqueue(first);
        enqueueLooks(4);
        server.enqueue(deal(THERE));

        assertThat(move()).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "GET", "GET", "GET", "GET", "POST");
        assertThat(wire.waits)
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(750), Duration.ofSeconds(2), Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("over")
    void move_exchangeOverAndThereLater_isDone(MockResponse first) throws InterruptedException {
        server.enqueue(first);
        enqueueLooks(2);
        server.enqueue(deal(THERE));

        assertThat(move()).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "GET", "GET", "GET");
    }

    @Test
    void move_exchangeOverAndTooLittleTimeToSettle_isUnknownAndNotSentAgain() throws InterruptedException {
        server.enqueue(Wire.status(500));
        enqueueLooks(2);
        HttpTransport http = wire.open();
        ActiveCall call = wire.call(Operation.MOVE, CallOptions.builder().build(), Duration.ofMillis(700));

        assertThat(failure(() -> move(http, call)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requests()).containsExactly("POST", "GET", "GET");
    }

    @Test
    void move_interruptedWhileItSettles_isUnknownAndKeepsTheFlag() throws InterruptedException {
        server.enqueue(Wire.status(503));
        enqueueLooks(1);
        wire.beforeSleep = Thread.currentThread()::interrupt;

        DealsException thrown = failure(this::move);

        assertThat(Thread.interrupted()).as("the flag").isTrue();
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.httpStatus()).contains(503);
        assertThat(requests()).containsExactly("POST", "GET");
    }

    static Stream<MockResponse> perhapsRunning() {
        return Stream.of(Wire.status(502), Wire.status(504), Wire.status(408), stalled());
    }

    @ParameterizedTest
    @MethodSource("perhapsRunning")
    void move_perhapsRunningAndThereLater_isLookedForAgain(MockResponse first) throws InterruptedException {
        wire.set("deals.attempt-timeout", "500ms");
        server.enqueue(first);
        server.enqueue(deal(ELSEWHERE));
        server.enqueue(deal(THERE));

        assertThat(move()).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void move_perhapsRunningAndNeverThere_isUnknownAtTheDeadline(int status) throws InterruptedException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if ("POST".equals(request.getMethod())) {
                    return Wire.status(status);
                }
                wire.nanos.addAndGet(Duration.ofSeconds(11).toNanos());
                return deal(ELSEWHERE);
            }
        });

        DealsException thrown = failure(this::move);

        assertThat(thrown).isInstanceOf(VendorUnavailableException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.httpStatus()).contains(status);
        assertThat(requests()).as("30 s, of which each look takes 11").containsExactly("POST", "GET", "GET", "GET");
    }

    @Test
    void move_vendorDoesNotSayWhereItIs_isUnknownAndNotSentAgain() throws InterruptedException {
        server.enqueue(Wire.status(500));
        server.enqueue(Wire.json(200, "{\"id\":\"d1\"}").build());

        assertThat(failure(this::move).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requests()).containsExactly("POST", "GET");
    }

    @Test
    void move_dealCannotBeRead_isUnknownAndSaysWhy() throws InterruptedException {
        server.enqueue(Wire.status(503));
        server.enqueue(Wire.status(404));

        DealsException thrown = failure(this::move);

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.httpStatus()).contains(503);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(DealNotFoundException.class);
        assertThat(requests()).containsExactly("POST", "GET");
    }

    @Test
    void move_failsForEver_isUnknownAfterAllAttempts() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            server.enqueue(Wire.status(500));
            enqueueLooks(4);
        }

        DealsException thrown = failure(this::move);

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.attempts()).isEqualTo(4);
        assertThat(thrown.getSuppressed()).hasSize(3);
        assertThat(requests()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 421})
    void move_proxySpeaks_isUnknownAndAsksNothingElse(int status) throws InterruptedException {
        server.enqueue(Wire.json(status, "").build());

        assertThat(failure(this::move).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requests()).containsExactly("POST");
    }

    /** The deal may have been there before: that it is there proves nothing of a note. */
    @Test
    void move_carriesWhatTheDealDoesNotShowAndThere_isUnknownAndNotSentAgain() throws InterruptedException {
        server.enqueue(Wire.status(500));
        server.enqueue(deal(THERE));

        assertThat(failure(() -> moveWith(readBack -> readBack.hiding(Optional.of("a note"))))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(requests()).containsExactly("POST", "GET");
    }

    @Test
    void move_carriesWhatTheDealDoesNotShowAndNeverThere_isSentAgain() throws InterruptedException {
        server.enqueue(Wire.status(500));
        enqueueLooks(4);
        server.enqueue(deal(THERE));

        assertThat(moveWith(readBack -> readBack.hiding(Optional.of("a note")))).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "GET", "GET", "GET", "GET", "POST");
    }

    @Test
    void move_carriesNothingMoreAndThere_isDone() {
        server.enqueue(Wire.status(500));
        server.enqueue(deal(THERE));

        assertThat(moveWith(readBack ->
                        readBack.hiding(Optional.empty()).carrying(deal -> Optional.of("?"), Optional.empty())))
                .isEqualTo(THERE);
    }

    @ParameterizedTest
    @CsvSource({"budget, true", "BUDGET, true", "price, false", "'', false"})
    void move_carriesWhatTheDealShows_isDoneOnlyWhereItShowsIt(String shown, boolean done) throws InterruptedException {
        server.enqueue(Wire.status(500));
        server.enqueue(deal(THERE));
        Supplier<String> move = () -> moveWith(readBack -> readBack.carrying(
                deal -> Optional.of(shown).filter(reason -> !reason.isEmpty()), Optional.of("budget")));

        if (done) {
            assertThat(move.get()).isEqualTo(THERE);
        } else {
            assertThat(failure(move).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(requests()).containsExactly("POST", "GET");
    }

    private String moveWith(UnaryOperator<ReadBack<String>> data) {
        HttpTransport http = wire.open();
        return http.sendTransition(
                wire.call(Operation.MOVE),
                VendorRequest.post("move").about("d1"),
                TransitionTest::stage,
                data.apply(readBack(http)));
    }

    @Test
    void move_quotaSpent_isSentAgainWithoutALook() throws InterruptedException {
        server.enqueue(Wire.status(429));
        server.enqueue(deal(THERE));

        assertThat(move()).isEqualTo(THERE);
        assertThat(requests()).containsExactly("POST", "POST");
    }

    @Test
    void move_refused_isNotLookedFor() throws InterruptedException {
        server.enqueue(Wire.status(422));

        assertThat(failure(this::move).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(requests()).containsExactly("POST");
    }

    @Test
    void move_timeIsUp_isUnknownWithoutALook() throws InterruptedException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                wire.nanos.addAndGet(Duration.ofSeconds(31).toNanos());
                return Wire.status(503);
            }
        });

        assertThat(failure(this::move).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requests()).containsExactly("POST");
    }

    @Test
    void move_sentAgainWithAKey_hasANewOne() throws InterruptedException {
        server.enqueue(Wire.status(500));
        enqueueLooks(4);
        server.enqueue(deal(THERE));
        HttpTransport http = wire.open();
        ActiveCall call = wire.call(Operation.MOVE);

        http.sendTransition(
                call,
                VendorRequest.post("move").header("Idempotency-Key", "k1"),
                TransitionTest::stage,
                readBack(http).resending(sent -> sent.header("Idempotency-Key", "k2")));

        assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("k1");
        for (int look = 1; look <= 4; look++) {
            server.takeRequest();
        }
        assertThat(server.takeRequest().getHeaders().values("Idempotency-Key")).containsExactly("k2");
    }

    private String move() {
        return move(wire.open(), wire.call(Operation.MOVE));
    }

    private static String move(HttpTransport http, ActiveCall call) {
        return http.sendTransition(call, VendorRequest.post("move").about("d1"), TransitionTest::stage, readBack(http));
    }

    private static ReadBack<String> readBack(HttpTransport http) {
        return ReadBack.of(within -> http.send(within, VendorRequest.get("deal").about("d1"), TransitionTest::stage))
                .shows(stage -> Optional.of(stage).filter(known -> !known.isEmpty()), THERE);
    }

    /** So many reads that show the deal as it was before. */
    private void enqueueLooks(int count) {
        for (int look = 1; look <= count; look++) {
            server.enqueue(deal(ELSEWHERE));
        }
    }

    private static String stage(JsonReader json) {
        return json.object(fields -> {
            String stage = "";
            while (fields.next()) {
                if (fields.name().equals("stage")) {
                    stage = fields.string().orElse("");
                }
            }
            return stage;
        });
    }

    private List<@Nullable String> requests() throws InterruptedException {
        List<@Nullable String> methods = new ArrayList<>();
        int count = server.getRequestCount();
        for (int i = 0; i < count; i++) {
            methods.add(server.takeRequest().getMethod());
        }
        return methods;
    }

    private static DealsException failure(Supplier<String> move) {
        return Objects.requireNonNull(catchThrowableOfType(DealsException.class, move::get));
    }

    private static MockResponse deal(String stage) {
        return Wire.json(200, "{\"id\":\"d1\",\"stage\":\"" + stage + "\"}").build();
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse stalled() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }
}
