package dev.dealsdk.portability;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.UsageRecorder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records which features of a vendor a program uses, in the file that {@code deals.usage-file} names, for {@link
 * Portability}. The SDK loads this class; programs do not need to use it.
 *
 * <p>The file is written within 5 s after a use, and when the client is closed, on a daemon thread that runs only while
 * there is something to write. Closing waits for up to 5 s. New counts are added to those in the file. Several clients
 * or processes may share a file; they synchronize with a lock on {@code .NAME.lock} in the same directory. The file is
 * always replaced as a whole. A file that cannot be written, is not a regular file, or has other content is left
 * unchanged, with one warning in the log.
 *
 * <p>Thread-safe; the cost per call is a few additions. At most 4,096 names of up to 256 characters are counted.
 */
public final class UsageFileRecorder implements UsageRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(UsageFileRecorder.class);
    private static final int MAX_NAMES = 4096;
    private static final int MAX_NAME_LENGTH = 256;
    private static final Duration DELAY = Duration.ofSeconds(5);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final Duration delay;
    private final Duration lockWait;
    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean full = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Path file;
    // Both are of the thread that writes, one at a time.
    private Map<Requirement, Long> written = Map.of();
    private boolean failing;

    /** Creates a recorder without counts. */
    public UsageFileRecorder() {
        this(DELAY, LOCK_WAIT);
    }

    UsageFileRecorder(Duration delay, Duration lockWait) {
        this.delay = delay;
        this.lockWait = lockWait;
    }

    @Override
    public void used(Path usageFile, List<String> names) {
        file = usageFile;
        names.forEach(this::count);
        if (!names.isEmpty() && !scheduled.get() && scheduled.compareAndSet(false, true)) {
            Thread unused = start(this::writeLater);
        }
    }

    /** Compares the recorded requirements with the configuration, as {@link Portability} does; sends no request. */
    @Override
    public List<String> unmet(Path usageFile, DealsConfig config) {
        return Portability.unmet(config, Requirements.load(usageFile));
    }

    private void count(String name) {
        LongAdder count = counts.get(name);
        if (count == null) {
            if (name.length() > MAX_NAME_LENGTH || counts.size() >= MAX_NAMES) {
                if (full.compareAndSet(false, true)) {
                    LOG.warn(
                            "The usage file {} is not told of every name: there are more than {}, or one is longer than {}"
                                    + " characters",
                            file,
                            MAX_NAMES,
                            MAX_NAME_LENGTH);
                }
                return;
            }
            count = counts.computeIfAbsent(name, unused -> new LongAdder());
        }
        count.increment();
    }

    private void writeLater() {
        try {
            boolean unused = closing.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        scheduled.set(false);
        write();
    }

    private synchronized void write() {
        Path target = file;
        Map<Requirement, Long> now = requirements();
        if (target == null || now.equals(written)) {
            return;
        }
        try {
            UsageFile.add(target, now, written, lockWait);
            written = now;
            failing = false;
        } catch (ConfigurationException noUsageFile) {
            warn("is left as it is: " + String.join("; ", noUsageFile.problems()));
        } catch (IOException unwritable) {
            warn("cannot be written: " + reason(unwritable));
        }
    }

    private Map<Requirement, Long> requirements() {
        Map<Requirement, Long> uses = new HashMap<>();
        counts.forEach((name, count) -> {
            Optional<Requirement> known = Requirement.parse(name);
            known.ifPresent(requirement -> uses.put(requirement, count.sum()));
        });
        return uses;
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof FileSystemException
                ? unwritable + "; name a file in a directory that may be written into"
                : unwritable.getMessage() + "; it is tried again with the next change";
    }

    private void warn(String problem) {
        if (!failing) {
            failing = true;
            LOG.warn("The usage file {} {}", file, problem);
        }
    }

    /** Waits for the last write, which continues if the wait is interrupted or times out. */
    @Override
    public void close() {
        closing.countDown();
        Thread last = start(this::write);
        try {
            last.join(CLOSE_WAIT.toMillis());
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
            return;
        }
        if (last.isAlive()) {
            LOG.warn("The usage file {} is not written yet; closing waits no longer", file);
        }
    }

    /**
     * Writes on a separate thread, because file systems may hang and an interrupt of the caller's thread would abort
     * the write.
     */
    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "deals-usage");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
