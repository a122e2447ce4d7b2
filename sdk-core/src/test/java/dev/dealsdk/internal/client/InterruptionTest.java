package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.http.PromptServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Threads that wait for a call: how an interrupt ends it, and what a virtual one does to others. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InterruptionTest {
    private static final NewDeal DEAL =
            NewDeal.builder().name("x").stage(StageRef.id("s1")).build();

    @StartStop
    private final MockWebServer server = PromptServer.create();

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
                .addListener(events)
                .build());
    }

    @AfterEach
    void close() {
        gate.countDown();
        deals.close();
    }

    @Test
    void create_interruptedWhileTheVendorThinks_isUnknown() throws InterruptedException {
        responses.hold(gate);

        Ending ending = interrupted(() -> deals.create(DEAL), () -> responses.awaitArrived(1));

        assertThat(ending.failure())
                .isInstanceOf(VendorUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(ending.failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ending.flag()).as("the flag is kept").isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void get_interruptedWhileTheVendorThinks_isNotSentAgain() throws InterruptedException {
        responses.hold(gate);

        Ending ending = interrupted(() -> deals.get("d1"), () -> responses.awaitArrived(1));

        assertThat(ending.failure().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(ending.flag()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_interruptedBefore_isNotSent() {
        Ending ending = interruptedBefore(() -> deals.create(DEAL));

        assertThat(ending.failure().outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(ending.flag()).isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void create_interruptedWhileItWaitsForItsRetry_saysWhatTheLastAttemptMet() throws InterruptedException {
        responses.then(request -> new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "15")
                .build());

        Ending ending = interrupted(() -> deals.create(DEAL), () -> events.awaitRetrying(1));

        assertThat(ending.failure()).isInstanceOf(RateLimitedException.class);
        assertThat(ending.failure().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(ending.flag()).isTrue();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void get_onVirtualThreads_waitSideBySide() throws ReflectiveOperationException, InterruptedException {
        int many = 4 * Runtime.getRuntime().availableProcessors() + 60;
        responses.hold(gate);
        Executor virtual = virtualThreads();
        List<CompletableFuture<Deal>> calls = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> deals.get("d1"), virtual));
        }

        // More than there are threads to carry them: one that kept its carrier while it waits would hold the others up.
        responses.awaitArrived(many);
        gate.countDown();

        assertThat(calls).extracting(CompletableFuture::join).hasSize(many);
    }

    private record Ending(DealsException failure, boolean flag) {}

    private interface Moment {
        void await() throws InterruptedException;
    }

    /** Makes a call on a thread of its own, which is interrupted when it has come that far. */
    private static Ending interrupted(Supplier<Deal> call, Moment moment) throws InterruptedException {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread caller = new Thread(() -> end(call, ending));
        caller.start();
        moment.await();
        caller.interrupt();
        return ending.join();
    }

    private static Ending interruptedBefore(Supplier<Deal> call) {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        new Thread(() -> {
                    Thread.currentThread().interrupt();
                    end(call, ending);
                })
                .start();
        return ending.join();
    }

    private static void end(Supplier<Deal> call, CompletableFuture<Ending> ending) {
        try {
            ending.completeExceptionally(new AssertionError("gave " + call.get()));
        } catch (DealsException failed) {
            ending.complete(new Ending(failed, Thread.currentThread().isInterrupted()));
        }
    }

    /** By its name, since the tests are compiled for older JDKs too. */
    private static Executor virtualThreads() throws ReflectiveOperationException {
        return (Executor)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
