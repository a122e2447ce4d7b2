package dev.dealsdk.internal.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration, all of it. Not thread-safe. */
final class Faults {
    private final Set<Fault> faults = new LinkedHashSet<>();

    private record Fault(Source source, String text) {
        String line() {
            // Keys may hold anything.
            return (source.text() + ": " + text).replaceAll("\\p{Cntrl}", "?");
        }
    }

    /** The same fault told twice counts once. */
    void add(Source source, String key, String message) {
        faults.add(new Fault(source, key + ": " + message));
    }

    void add(Source source, String message) {
        faults.add(new Fault(source, message));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Highest source first, line by line. */
    List<String> lines() {
        List<Fault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparing(Fault::source));
        return sorted.stream().map(Fault::line).toList();
    }
}
