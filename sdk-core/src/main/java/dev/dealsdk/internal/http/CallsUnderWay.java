package dev.dealsdk.internal.http;

import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.Submission;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of one client that have begun and are not over, so that closing it can wait for them. Thread-safe. */
final class CallsUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.close");

    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch idle = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;

    /**
     * Refuses to begin a call on a client that is closed.
     *
     * @throws IllegalStateException if it is
     */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this DealsClient is closed; connect a new one");
        }
    }

    /** The same call, counted while it is under way. */
    <T extends @Nullable Object> Call<T> counted(Call<T> call) {
        return new Counted<>(call);
    }

    /** Whether calls must end now. */
    boolean areEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Waits between two attempts.
     *
     * @return false if calls must end before the wait is over
     */
    boolean pause(Duration wait) throws InterruptedException {
        return !ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From now on no call begins. Those under way have the grace to come to their end. */
    void close(Duration grace) {
        closed = true;
        if (count.get() == 0) {
            idle.countDown();
        }
        try {
            boolean over = idle.await(grace.toNanos(), TimeUnit.NANOSECONDS);
            LOG.debug(over ? "all calls were over" : "calls under way are ended");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
    }

    private void begin() {
        count.incrementAndGet();
    }

    private void end() {
        if (count.decrementAndGet() == 0 && closed) {
            idle.countDown();
        }
    }

    private final class Counted<T extends @Nullable Object> extends Call<T> {
        private final Call<T> call;

        Counted(Call<T> call) {
            this.call = call;
        }

        @Override
        public T execute() {
            begin();
            try {
                return call.execute();
            } finally {
                end();
            }
        }

        @Override
        public void start(Submission submission, Completion<? super T> completion) {
            begin();
            call.start(submission, new Completion<T>() {
                @Override
                public void succeeded(T value) {
                    end();
                    completion.succeeded(value);
                }

                @Override
                public void failed(Throwable failure) {
                    end();
                    completion.failed(failure);
                }
            });
        }
    }
}
