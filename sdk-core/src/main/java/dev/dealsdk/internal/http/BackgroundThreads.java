package dev.dealsdk.internal.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The two threads for calls that no thread waits for: one keeps the time, one renews tokens. Each is started when it is first
 * needed, ends when it has had nothing to do for a while, and keeps no program from exiting.
 */
final class BackgroundThreads implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("deals-timer"));
    private final ThreadPoolExecutor renewal = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("deals-token"));
    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();

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

    /** Something to do later, or as soon as this is closed; it must not block. */
    Alarm alarm(Runnable task) {
        Alarm alarm = new Alarm(task);
        alarms.add(alarm);
        return alarm;
    }

    /** Asks for a token, which may block. */
    void renew(Runnable task) {
        renewal.execute(task);
    }

    /** Whatever waits for its time has it now. */
    @Override
    public void close() {
        timer.shutdownNow();
        renewal.shutdownNow();
        alarms.forEach(Alarm::run);
    }

    /** Something that is done once, unless it is called off. */
    final class Alarm implements Runnable {
        private final Runnable task;
        private volatile @Nullable Future<?> clock;

        private Alarm(Runnable task) {
            this.task = task;
        }

        /** Starts the clock. */
        void in(Duration wait) {
            try {
                clock = timer.schedule(this, wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                run();
            }
        }

        @Override
        public void run() {
            if (alarms.remove(this)) {
                task.run();
            }
        }

        /** Whether it was in time: then it will not be done. */
        boolean callOff() {
            boolean inTime = alarms.remove(this);
            Future<?> running = clock;
            if (inTime && running != null) {
                running.cancel(false);
            }
            return inTime;
        }
    }
}
