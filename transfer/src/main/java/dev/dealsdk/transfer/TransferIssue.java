package dev.dealsdk.transfer;

import java.util.Optional;

/**
 * Something about one deal that a person should know.
 *
 * @param kind what it is
 * @param sourceId the id at the source; empty where there is no such deal
 * @param targetId the id at the target; empty where there is none, or it is not known
 * @param reason one sentence; may hold what a vendor said
 */
public record TransferIssue(Kind kind, Optional<String> sourceId, Optional<String> targetId, String reason) {

    /** What it is. */
    public enum Kind {
        /** A step was refused; the others go on. */
        FAILED,
        /** It may or may not have been written, and is looked up by the next run. */
        UNKNOWN,
        /** The mapping lacks a line for it, so that it was left alone. */
        UNDECIDED,
        /** It has changed on both sides since the last run; neither was touched. */
        CONFLICT,
        /** It is no longer at the source. */
        VANISHED,
        /** Two deals of the target have the same reference; somebody copied one. */
        DUPLICATE,
        /** The source sends it in a form that cannot be read. */
        UNREADABLE,
        /** It cannot be taken back by the target's API; a person has to. */
        LEFT
    }
}
