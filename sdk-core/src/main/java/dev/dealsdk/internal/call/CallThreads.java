package dev.dealsdk.internal.call;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls on daemon threads of the SDK, for callers that do not wait: on virtual threads where the JDK has them (21 and
 * newer), without a limit; else on at most {@value #MOST_PLATFORM_THREADS} platform threads at a time, while further calls
 * queue. Thread-safe.
 *
 * <p>A call has left its place before its future is completed: a function that follows the future and blocks holds up no other
 * call.
 */
public final class CallThreads {
    /** A call mostly waits for its vendor, so there may be many more than processors. */
    static final int MOST_PLATFORM_THREADS = 32;

    /** Of all clients, so that no two threads have the same name. */
    private static final AtomicLong COUNT = new AtomicLong();

    private static final @Nullable ThreadFactory VIRTUAL = virtualThreads();

    private final String prefix;
    private final @Nullable ThreadFactory virtual;
    private final int most;
    private final Queue<Task<?>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * No calls yet.
     *
     * @param connection the name of the client's connection, which is in the names of its threads: {@code deals-call-emea-17};
     *     empty at the top level: {@code deals-call-17}
     */
    public CallThreads(Optional<String> connection) {
        this(connection, VIRTUAL, VIRTUAL == null ? MOST_PLATFORM_THREADS : Integer.MAX_VALUE);
    }

    private CallThreads(Optional<String> connection, @Nullable ThreadFactory virtual, int most) {
        this.prefix = "deals-call-" + connection.map(name -> name + "-").orElse("");
        this.virtual = virtual;
        this.most = most;
    }

    /** So many platform threads at a time, whatever the JDK has. */
    static CallThreads platform(int most) {
        return new CallThreads(Optional.empty(), null, most);
    }

    /**
     * Makes a call on a thread of its own.
     *
     * @return its result or its failure; to complete the future from outside, as {@code cancel} and {@code orTimeout} do,
     *     interrupts the call
     */
    @SuppressWarnings("FutureReturnValueIgnored") // It would report the end of the call a second time.
    public <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<? extends T> call) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Task<T> task = new Task<>(call, future);
        future.whenComplete((result, failure) -> task.stop());
        enter(task);
        return future;
    }

    private void enter(Task<?> task) {
        synchronized (waiting) {
            if (running == most) {
                waiting.add(task);
                return;
            }
            running++;
        }
        begin(task);
    }

    private void leave() {
        Task<?> next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        begin(next);
    }

    private void begin(Task<?> task) {
        try {
            thread(task, virtual).start();
        } catch (OutOfMemoryError noThread) {
            // Its future fails, and whatever waits behind it has its turn.
            task.fail(noThread);
        }
    }

    /** Runs something on a daemon thread of its own, without a limit: what others wait for must not queue behind them. */
    public void start(Runnable task) {
        thread(task, VIRTUAL).start();
    }

    private Thread thread(Runnable task, @Nullable ThreadFactory kind) {
        String name = prefix + COUNT.incrementAndGet();
        if (kind != null) {
            Thread thread = kind.newThread(task);
            thread.setName(name);
            return thread;
        }
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Not in the JDK that the SDK is compiled for. */
    private static @Nullable ThreadFactory virtualThreads() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException | UnsupportedOperationException none) {
            return null;
        }
    }

    private final class Task<T extends @Nullable Object> implements Runnable {
        private final Supplier<? extends T> call;
        private final CompletableFuture<T> future;
        private @Nullable Thread thread;
        private boolean over;

        Task(Supplier<? extends T> call, CompletableFuture<T> future) {
            this.call = call;
            this.future = future;
        }

        @Override
        public void run() {
            Runnable end = begin() ? outcome() : () -> {};
            leave();
            end.run();
        }

        /** The call itself, and then how its future is to be completed. */
        private Runnable outcome() {
            try {
                T result = call.get();
                end();
                return () -> future.complete(result);
            } catch (Throwable failure) {
                end();
                return () -> future.completeExceptionally(failure);
            }
        }

        private synchronized boolean begin() {
            thread = Thread.currentThread();
            return !over;
        }

        private synchronized void end() {
            over = true;
            thread = null;
            // An interrupt that came too late belongs to a call that is over.
            boolean unused = Thread.interrupted();
        }

        /** Interrupts the call if it is being made, and lets it not begin if it waits. */
        synchronized void stop() {
            over = true;
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
        }

        void fail(Throwable failure) {
            leave();
            future.completeExceptionally(failure);
        }
    }
}
