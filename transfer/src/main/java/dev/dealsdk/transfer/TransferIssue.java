package dev.dealsdk.transfer;

import java.util.Optional;

/**
 * A problem with one deal. Immutable.
 *
 * @param kind the kind of the problem
 * @param sourceId the id at the source; empty if it is unknown
 * @param targetId the id at the target; empty if there is none or it is unknown
 * @param reason one sentence, which may contain text of the vendor
 */
public record TransferIssue(Kind kind, Optional<String> sourceId, Optional<String> targetId, String reason) {

    /** The kind of a problem. */
    public enum Kind {
        /** A step was refused or failed; other deals are not affected. */
        FAILED,
        /** The result of a write is unknown; the next run looks it up. */
        UNKNOWN,
        /** The mapping lacks a decision for the deal, so that it was not written. */
        UNDECIDED,
        /** The deal changed on both sides since the last run; neither side was overwritten. */
        CONFLICT,
        /** The deal no longer exists at the source. */
        VANISHED,
        /** Two deals of the target have the same reference; one was probably copied. */
        DUPLICATE,
        /** A record cannot be read. */
        UNREADABLE,
        /** A rollback could not remove the deal. */
        LEFT
    }
}
