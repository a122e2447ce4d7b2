package dev.dealsdk.testkit;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The requests of a simulator in order of arrival. Each request is recorded on arrival and completed later. The
 * capacity is bounded: the oldest requests are dropped and counted. Thread-safe.
 */
final class Journal {
    private final int capacity;
    private final Map<Long, JournalEntry> entries = new LinkedHashMap<>();
    private long arrivals;
    private long dropped;

    /**
     * @param capacity the number of requests to keep, 1 or more
     */
    Journal(int capacity) {
        this.capacity = capacity;
    }

    /** Records an arrival and returns its number, for {@link #update}. */
    synchronized long open(SimulatorRequest request) {
        if (entries.size() == capacity) {
            Iterator<Long> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
        arrivals++;
        entries.put(arrivals, JournalEntry.received(request));
        notifyAll();
        return arrivals;
    }

    /** Does nothing if the entry has been dropped or cleared. */
    synchronized void update(long number, UnaryOperator<JournalEntry> change) {
        entries.computeIfPresent(number, (key, entry) -> change.apply(entry));
    }

    synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Waits for a number of entries; fails after the timeout. */
    synchronized List<JournalEntry> await(int count, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (entries.size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("expected " + count + " requests within " + timeout + ", but received "
                        + entries.size() + ": " + entries.values());
            }
            wait(left);
        }
        return entries();
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized void clear() {
        entries.clear();
        dropped = 0;
    }
}
