package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Hears how a transfer goes on. Called by several threads, one at a time; what it throws ends the transfer. */
public interface TransferListener {

    /** Hears nothing. */
    TransferListener NONE = new TransferListener() {};

    /**
     * Hears how far it has come, about twice a second and once at the end.
     *
     * @param progress as of now
     */
    default void progress(Progress progress) {}

    /**
     * Hears that a vendor is in trouble, or its quota is spent, and the transfer waits and then goes on.
     *
     * @param side {@code source} or {@code target}
     * @param reason what it said
     * @param wait how long the transfer waits before it tries again
     */
    default void waiting(String side, String reason, Duration wait) {}

    /**
     * Hears that it goes on after {@link #waiting}.
     *
     * @param side {@code source} or {@code target}
     */
    default void resumed(String side) {}

    /**
     * Hears of something that a person should know: a deal that failed, a conflict, a pause.
     *
     * @param issue what it is
     */
    default void issue(TransferIssue issue) {}

    /**
     * How far a transfer has come.
     *
     * @param phase what it does: {@code plan}, {@code look up}, {@code run}, {@code verify} or {@code rollback}
     * @param done how many deals it has dealt with
     * @param total how many there are; empty where the source does not say
     * @param failed how many of them failed
     * @param unknown of how many nobody knows whether they were written
     * @param perSecond the rate since the phase began
     * @param remaining how long it will take at that rate; empty if the total is not known
     */
    record Progress(
            String phase,
            long done,
            Optional<Long> total,
            long failed,
            long unknown,
            double perSecond,
            Optional<Duration> remaining) {

        /** {@return one line for people: {@code run: 120 of 4,000 deals, 52 deals a second, 1 min 14 s left}} */
        public String render() {
            return phase + ": "
                    + total.map(all -> String.format(Locale.ROOT, "%,d of %s", done, Words.count(all, "deal")))
                            .orElseGet(() -> Words.count(done, "deal"))
                    + ", " + Words.rate(perSecond)
                    + remaining.map(rest -> ", " + Words.time(rest) + " left").orElse("")
                    + (failed > 0 ? String.format(Locale.ROOT, ", %,d failed", failed) : "")
                    + (unknown > 0 ? String.format(Locale.ROOT, ", %,d with an unknown result", unknown) : "");
        }
    }
}
