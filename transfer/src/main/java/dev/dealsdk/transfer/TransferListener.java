package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Receives the progress of a transfer. Called from several threads, one at a time. An exception that it throws ends the transfer.
 */
public interface TransferListener {

    /** A listener that does nothing. */
    TransferListener NONE = new TransferListener() {};

    /**
     * Receives the progress, about twice a second and once at the end.
     *
     * @param progress the current progress
     */
    default void progress(Progress progress) {}

    /**
     * Called when the transfer waits: for a vendor that is unavailable or rate limits, for the removal of the pause file, or before
     * it looks up writes without a result.
     *
     * @param side {@code source} or {@code target} for a vendor, else {@code run}
     * @param reason why it waits
     * @param wait how long it waits before the next attempt
     */
    default void waiting(String side, String reason, Duration wait) {}

    /**
     * Called when the transfer continues after {@link #waiting}.
     *
     * @param side {@code source}, {@code target} or {@code run}
     */
    default void resumed(String side) {}

    /**
     * Receives a problem with one deal, such as a failure or a conflict.
     *
     * @param issue the problem
     */
    default void issue(TransferIssue issue) {}

    /**
     * The progress of a transfer. Immutable.
     *
     * @param phase the current phase: {@code plan}, {@code look up}, {@code run}, {@code repair}, {@code verify} or {@code
     *     rollback}
     * @param done the number of deals that were processed in this phase
     * @param total the number of all deals; empty if the vendor does not report it
     * @param failed the number of failed deals
     * @param unknown the number of deals whose last write has no known result
     * @param perSecond the deals per second since the phase began
     * @param remaining the estimated time left; empty if the total is unknown
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
