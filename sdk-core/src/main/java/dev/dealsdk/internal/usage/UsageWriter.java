package dev.dealsdk.internal.usage;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a usage file up to date on a thread of its own, which is there only while something has to be written. */
public final class UsageWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UsageWriter.class);
    /** Several recorders of one program may share a file; each reads it before it writes. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final Duration delay;
    private final Supplier<Map<Requirement, Long>> counts;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Map<Requirement, Long> written = Map.of();
    private boolean failing;

    /**
     * A writer that begins when something changes.
     *
     * @param counts since this writer was made
     */
    public UsageWriter(Path file, Duration delay, Supplier<Map<Requirement, Long>> counts) {
        this.file = file;
        this.delay = delay;
        this.counts = counts;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, "deals-usage");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        // What waits when it is closed is written by closing it.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Has the file written soon. */
    public void changed() {
        if (waiting.get() || !waiting.compareAndSet(false, true)) {
            return;
        }
        try {
            var unused = thread.schedule(
                    () -> {
                        waiting.set(false);
                        write();
                    },
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The usage file {} is written no more", file);
        }
    }

    /** Adds to the file what is new since the last time; when that fails, it is logged once and tried again with the next. */
    public void write() {
        synchronized (ONE_AT_A_TIME) {
            Map<Requirement, Long> now = counts.get();
            if (now.equals(written)) {
                return;
            }
            try {
                UsageFile.write(file, merged(now));
                written = now;
                failing = false;
            } catch (ConfigurationException noUsageFile) {
                warn("is left as it is: " + String.join("; ", noUsageFile.problems()));
            } catch (IOException unwritable) {
                warn("cannot be written (" + unwritable + "); name a file in a directory that may be written into");
            }
        }
    }

    private void warn(String problem) {
        if (!failing) {
            failing = true;
            LOG.warn("The usage file {} {}", file, problem);
        }
    }

    /** Every name of ours is written each time: one that another program's write has dropped is there again. */
    private Map<Requirement, Long> merged(Map<Requirement, Long> now) {
        SortedMap<Requirement, Long> sum = Files.exists(file) ? UsageFile.read(file) : new TreeMap<>();
        now.forEach((requirement, count) -> {
            long fresh = count - written.getOrDefault(requirement, 0L);
            sum.put(requirement, Math.max(sum.getOrDefault(requirement, 0L) + fresh, count));
        });
        return sum;
    }

    @Override
    public void close() {
        thread.shutdown();
        write();
    }
}
