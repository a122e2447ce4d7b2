package dev.dealsdk;

/** What a deal in a stage counts as. */
public enum StageKind {
    /** Still being worked on. */
    OPEN,
    /** Closed with a sale. */
    WON,
    /** Closed without a sale. */
    LOST,
    /** The vendor marks no kind. It is never guessed from a stage's name or probability. */
    UNKNOWN
}
