package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the results of a run. Thread-safe. */
final class Tally {
    static final int MOST_ISSUES = 1_000;
    private static final int ENOUGH_TO_JUDGE = 20;

    /** The results to count. */
    enum Count {
        READ,
        CREATED,
        FOUND,
        UPDATED,
        CLOSED,
        UNCHANGED,
        SKIPPED,
        FAILED,
        UNDECIDED,
        UNKNOWN,
        CONFLICTS,
        VANISHED,
        DELETED
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final List<TransferIssue> issues = new ArrayList<>();
    private final TransferListener listener;
    private final ProgressMeter meter;
    private final StopSignal signal;
    private final long began = System.nanoTime();
    private long leftOut;
    private Optional<String> stopped = Optional.empty();

    Tally(TransferListener listener, ProgressMeter meter, StopSignal signal) {
        this.signal = signal;
        this.listener = listener;
        this.meter = meter;
    }

    synchronized void add(Count count) {
        counts.merge(count, 1L, Long::sum);
        if (count == Count.FAILED) {
            meter.failed();
        } else if (count == Count.UNKNOWN) {
            meter.unknown();
        }
    }

    synchronized long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    void issue(TransferIssue issue) {
        synchronized (this) {
            if (issues.size() < MOST_ISSUES) {
                issues.add(issue);
            } else {
                leftOut++;
            }
        }
        listener.issue(issue);
    }

    /** Counts a deal that was not transferred completely. */
    void failed(TransferIssue.Kind kind, String sourceId, Optional<String> targetId, String message) {
        add(Count.FAILED);
        issue(new TransferIssue(kind, Optional.of(sourceId), targetId, message));
    }

    /** Stops the run; the first reason is kept. */
    synchronized void stop(String reason) {
        stopped = stopped.or(() -> Optional.of(reason));
    }

    synchronized boolean isStopped() {
        if (signal.isStopped()) {
            stop("interrupted");
        }
        return stopped.isPresent();
    }

    /** Stops the run if too many deals fail, not counting those with an open decision. */
    synchronized void judge(double share) {
        long failed = get(Count.FAILED) - get(Count.UNDECIDED);
        long all = get(Count.CREATED) + get(Count.UPDATED) + get(Count.UNCHANGED) + get(Count.FOUND) + failed;
        if (all >= ENOUGH_TO_JUDGE && failed > share * all) {
            stop(failed + " of " + all + " deals have failed, more than the limit of " + Math.round(share * 100)
                    + " %; fix the cause and run again");
        }
    }

    synchronized RunReport report() {
        boolean unused = isStopped();
        return new RunReport(
                get(Count.READ),
                get(Count.CREATED),
                get(Count.FOUND),
                get(Count.UPDATED),
                get(Count.CLOSED),
                get(Count.UNCHANGED),
                get(Count.SKIPPED),
                get(Count.FAILED),
                get(Count.UNDECIDED),
                get(Count.UNKNOWN),
                get(Count.CONFLICTS),
                get(Count.VANISHED),
                get(Count.DELETED),
                List.copyOf(issues),
                leftOut,
                stopped,
                Duration.ofNanos(System.nanoTime() - began));
    }
}
