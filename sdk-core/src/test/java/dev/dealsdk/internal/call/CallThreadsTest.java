package dev.dealsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls on threads of the SDK; on platform threads whatever the JDK has, unless a test says otherwise. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CallThreadsTest {
    private static final int MOST = CallThreads.MOST_PLATFORM_THREADS;

    private final CallThreads threads = CallThreads.platform(MOST);
    private final CallThreads one = CallThreads.platform(1);
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    @AfterEach
    void openGate() {
        gate.countDown();
    }

    /** A call that lasts until the gate is open; says whether it was interrupted instead. */
    private boolean held() {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        begun.release();
        try {
            gate.await();
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        } finally {
            running.decrementAndGet();
        }
    }

    @Test
    void submit_moreThanTheLimit_queue() throws InterruptedException {
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 3 * MOST)
                .mapToObj(i -> threads.submit(this::held))
                .toList();
        begun.acquire(MOST);
        gate.countDown();

        assertThat(calls).extracting(CompletableFuture::join).containsOnly(false);
        assertThat(mostRunning).hasValue(MOST);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void submit_virtualThreads_haveNoLimit() throws InterruptedException {
        CallThreads virtual = new CallThreads(Optional.empty());
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 10 * MOST)
                .mapToObj(i -> virtual.submit(this::held))
                .toList();

        begun.acquire(10 * MOST);
        gate.countDown();

        assertThat(calls).extracting(CompletableFuture::join).containsOnly(false);
    }

    @Test
    void submit_functionsThatFollowBlock_holdUpNoOtherCall() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Void>> blocked = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            blocked.add(threads.submit(() -> {
                        await(go);
                        return "result";
                    })
                    .thenAccept(result -> held()));
        }
        go.countDown();
        begun.acquire(MOST);

        assertThat(threads.submit(() -> "other").join()).isEqualTo("other");
        assertThat(blocked).noneMatch(CompletableFuture::isDone);
        gate.countDown();
        blocked.forEach(CompletableFuture::join);
    }

    @Test
    void cancel_whileItQueues_neverRuns() throws InterruptedException {
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> first = one.submit(this::held);
        begun.acquire();
        CompletableFuture<Boolean> queued = one.submit(() -> ran.compareAndSet(false, true));
        CompletableFuture<String> last = one.submit(() -> "last");

        queued.cancel(true);
        gate.countDown();

        assertThat(last.join()).isEqualTo("last");
        assertThat(first.join()).as("interrupted").isFalse();
        assertThat(ran).isFalse();
        assertThatThrownBy(queued::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void cancel_whileItRuns_interruptsIt() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> call = one.submit(() -> interrupted.complete(held()));
        begun.acquire();

        call.cancel(true);

        assertThat(interrupted.get()).isTrue();
        assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
        assertThat(one.submit(() -> Thread.currentThread().isInterrupted()).join())
                .as("the next call")
                .isFalse();
    }

    @Test
    void orTimeout_whileItRuns_interruptsIt() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> call = one.submit(() -> interrupted.complete(held()));
        begun.acquire();

        assertThatThrownBy(call.orTimeout(1, TimeUnit.MILLISECONDS)::join).hasCauseInstanceOf(TimeoutException.class);

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void submit_callThatThrowsAnError_failsItsFutureAndLeavesItsPlace() {
        Error error = new StackOverflowError("deep");
        CompletableFuture<String> failed = one.submit(() -> {
            throw error;
        });

        assertThatThrownBy(failed::join).hasCause(error);
        assertThat(one.submit(() -> "next").join()).isEqualTo("next");
    }

    @Test
    void submit_anyCall_runsOnADaemonThreadThatEnds() throws InterruptedException {
        for (CallThreads kind : List.of(one, new CallThreads(Optional.empty()))) {
            Thread thread = kind.submit(Thread::currentThread).join();

            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("deals-call-");
            thread.join();
        }
    }

    @Test
    void submit_namedConnection_hasItsNameInThatOfTheThread() throws InterruptedException {
        CallThreads emea = new CallThreads(Optional.of("emea"));
        CompletableFuture<String> started = new CompletableFuture<>();

        emea.start(() -> started.complete(Thread.currentThread().getName()));

        assertThat(started.join()).matches("deals-call-emea-\\d+");
        assertThat(emea.submit(() -> Thread.currentThread().getName()).join()).matches("deals-call-emea-\\d+");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
