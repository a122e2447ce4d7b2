package dev.dealsdk;

/** What a deal in a stage counts as. */
public enum StageKind {
    OPEN,
    WON,
    LOST,
    /** The vendor marks no kind. It is never guessed from a stage's name or probability. */
    UNKNOWN
}
