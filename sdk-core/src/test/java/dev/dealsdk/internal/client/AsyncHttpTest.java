package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.http.PromptServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls on threads of the SDK, over real HTTP: how many there are, what they hold while they wait, and how they end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AsyncHttpTest {
    private static final NewDeal DEAL =
            NewDeal.builder().name("x").stage(StageRef.id("s1")).build();

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private final OkHttpClient http = new OkHttpClient();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Responses responses = new Responses();
    private final CallEvents events = new CallEvents();
    private DealsClient deals;

    @BeforeEach
    void connect() {
        server.setDispatcher(responses);
        deals = HttpVendor.connect(DealsConfig.builder()
                .set("deals.provider", "fake")
                .token("t")
                .set("deals.base-url", server.url("/").toString())
                .httpClient(http)
                .addListener(events)
                .build());
    }

    @AfterEach
    void close() {
        gate.countDown();
        deals.close();
        http.connectionPool().evictAll();
    }

    @Test
    void get_aThousandAtOnce_needAHandfulOfPlatformThreads() throws InterruptedException {
        responses.hold(gate);

        List<CompletableFuture<Deal>> calls = IntStream.range(0, 1_000)
                .mapToObj(i -> deals.async().get("d" + i))
                .toList();
        responses.awaitArrived(32);
        int threads = threads().size();
        gate.countDown();

        assertThat(calls).extracting(CompletableFuture::join).hasSize(1_000);
        assertThat(threads).as("none where the JDK has virtual ones").isLessThanOrEqualTo(32);
        assertThat(server.getRequestCount()).isEqualTo(1_000);
    }

    /** Platform threads are limited, so that calls queue behind those that wait. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void get_manyWaitForTheirRetry_holdUpNoOther() throws InterruptedException {
        responses.then(request -> request.getTarget().equals("/deals/free")
                ? Responses.ok("free")
                : new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "15")
                        .build());
        AsyncDealsClient async = deals.async();

        List<CompletableFuture<Deal>> waiting =
                IntStream.range(0, 40).mapToObj(i -> async.get("d" + i)).toList();
        events.awaitRetrying(40);
        Deal free = async.get("free").join();

        assertThat(free.id()).isEqualTo("free");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        waiting.forEach(call -> call.cancel(true));
    }

    @Test
    void get_notThere_failsAsTheBlockingCallDoes() {
        responses.then(request -> new MockResponse.Builder().code(404).build());

        assertThat(failure(deals.async().get("d1"))).isInstanceOf(DealNotFoundException.class);
    }

    @Test
    void cancel_whileTheVendorThinks_endsTheExchange() throws InterruptedException {
        responses.hold(gate);
        CompletableFuture<Deal> call = deals.async().get("d1");
        responses.awaitArrived(1);

        call.cancel(true);

        assertThat(call).isCancelled();
        assertThat(events.awaitEnd().attempts()).isEqualTo(1);
        assertThat(http.connectionPool().connectionCount()).isZero();
    }

    @Test
    void orTimeout_whileTheVendorThinks_endsTheExchange() throws InterruptedException {
        responses.hold(gate);

        CompletableFuture<Deal> call = deals.async().get("d1");
        responses.awaitArrived(1);
        CompletableFuture<Deal> limited = call.orTimeout(1, TimeUnit.MILLISECONDS);

        assertThat(failure(limited)).isInstanceOf(TimeoutException.class);
        assertThat(events.awaitEnd().attempts()).isEqualTo(1);
        assertThat(http.connectionPool().connectionCount()).isZero();
    }

    @Test
    void cancel_whileItWaitsForItsRetry_leavesNothingInFlight() throws InterruptedException {
        responses.then(request -> new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "15")
                .build());
        CompletableFuture<Deal> call = deals.async().get("d1");
        events.awaitRetrying(1);

        call.cancel(true);
        long begin = System.nanoTime();
        deals.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("nothing to wait for")
                .isLessThan(Duration.ofSeconds(2));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void close_callsInFlight_waitsForTheirEnd() throws InterruptedException {
        responses.hold(gate);
        CompletableFuture<Deal> call = deals.async().create(DEAL);
        responses.awaitArrived(1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(deals::close);
        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        gate.countDown();

        assertThat(call.join().id()).isEqualTo("d1");
        closing.join();
    }

    @Test
    void close_callsTakeTooLong_endsThemAndSaysWhatIsKnown() throws InterruptedException {
        responses.hold(gate);
        CompletableFuture<Deal> async = deals.async().create(DEAL);
        CompletableFuture<Deal> blocking = CompletableFuture.supplyAsync(() -> deals.create(DEAL));
        responses.awaitArrived(2);

        deals.close();

        assertThat(Stream.of(async, blocking).map(AsyncHttpTest::failure))
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                VendorUnavailableException.class,
                                ended -> assertThat(ended.outcome()).isEqualTo(Outcome.UNKNOWN))
                        .hasMessageContaining("the client was closed before the response came"));
        assertThat(http.dispatcher().executorService().isShutdown())
                .as("the caller's")
                .isFalse();
    }

    /** The platform threads that make calls. */
    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("deals-call-"))
                .toList();
    }

    private static @Nullable Throwable failure(CompletableFuture<?> future) {
        return Objects.requireNonNull(catchThrowableOfType(CompletionException.class, future::join))
                .getCause();
    }
}
