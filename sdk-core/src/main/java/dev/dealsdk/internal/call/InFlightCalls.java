package dev.dealsdk.internal.call;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The calls of one client that have begun and are not over, so that closing it can wait for them. Thread-safe. */
public final class InFlightCalls {
    private final AtomicInteger count = new AtomicInteger();
    private final CountDownLatch idle = new CountDownLatch(1);
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    /** Ends the pauses that have begun; there is a new one for those to come. */
    private final AtomicReference<CompletableFuture<Boolean>> waking = new AtomicReference<>(new CompletableFuture<>());

    private volatile boolean closed;

    /**
     * Refuses to begin a call on a client that is closed.
     *
     * @throws IllegalStateException if it is
     */
    public void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this DealsClient is closed; connect a new one");
        }
    }

    /**
     * Counts a call that begins; {@link #end} must follow.
     *
     * @throws IllegalStateException if the client is closed; nothing is counted then
     */
    void begin() {
        count.incrementAndGet();
        if (closed) {
            end();
            requireOpen();
        }
    }

    void end() {
        if (count.decrementAndGet() == 0 && closed) {
            idle.countDown();
        }
    }

    /** Whether calls must end now. */
    public boolean areEnded() {
        return ended.isDone();
    }

    /** Waits between two attempts, or until {@link #wake} or the end of all calls. */
    public void pause(Duration wait) throws InterruptedException {
        CompletableFuture<Boolean> awakened = Objects.requireNonNull(waking.get());
        if (areEnded()) {
            return;
        }
        try {
            Boolean unused = awakened.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            // The wait, as it should be.
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ends all pauses now, for the calls to see what has changed. */
    public void wake() {
        waking.getAndSet(new CompletableFuture<>()).complete(Boolean.TRUE);
    }

    /**
     * Waits for something that happens on another thread.
     *
     * @return its result; what it throws unchecked is thrown
     * @throws TimeoutException if it does not come within the limit, or calls must end before
     * @throws InterruptedException if this thread is interrupted before
     */
    public <T> T await(CompletableFuture<T> result, Duration limit) throws TimeoutException, InterruptedException {
        try {
            Object unused = CompletableFuture.anyOf(result, ended).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!result.isDone()) {
                throw new TimeoutException("the client was closed");
            }
            return result.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** How many there are. */
    public int count() {
        return count.get();
    }

    /** Whether calls may begin. */
    public boolean isOpen() {
        return !closed;
    }

    /**
     * From now on no call begins. Those in flight have the grace to come to their end.
     *
     * @return whether they came to it
     */
    public boolean close(Duration grace) {
        closed = true;
        boolean over = false;
        if (count.get() == 0) {
            idle.countDown();
        }
        try {
            over = idle.await(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        ended.complete(Boolean.TRUE);
        wake();
        return over;
    }
}
