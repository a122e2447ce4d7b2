package dev.dealsdk.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The requests of a simulator in order of arrival, each noted at once and completed later. Thread-safe. */
final class Journal {
    private final Map<Long, JournalEntry> entries = new LinkedHashMap<>();
    private long arrivals;

    /** Notes an arrival; the number names it in {@link #update}. */
    synchronized long open(Request request) {
        arrivals++;
        entries.put(arrivals, JournalEntry.received(request));
        return arrivals;
    }

    /** Does nothing when the journal was cleared since. */
    synchronized void update(long number, UnaryOperator<JournalEntry> change) {
        entries.computeIfPresent(number, (key, entry) -> change.apply(entry));
    }

    synchronized List<JournalEntry> entries() {
        return List.copyOf(entries.values());
    }

    synchronized void clear() {
        entries.clear();
    }
}
