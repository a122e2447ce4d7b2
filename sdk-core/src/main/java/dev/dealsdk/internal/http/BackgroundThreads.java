package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The two threads for calls that no thread waits for: one keeps the time, one renews tokens. Each is started when it is first
 * needed, ends when it has had nothing to do for a while, and keeps no program from exiting.
 */
final class BackgroundThreads implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("deals-timer"));
    private final ThreadPoolExecutor renewal = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("deals-token"));

    BackgroundThreads() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        renewal.allowCoreThreadTimeOut(true);
    }

    static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Does something later; it must not block. */
    Future<?> after(Duration wait, Runnable task) {
        return timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Asks for a token, which may block. */
    void renew(Runnable task) {
        renewal.execute(task);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        renewal.shutdownNow();
    }
}
