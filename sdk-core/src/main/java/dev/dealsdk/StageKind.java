package dev.dealsdk;

/** The status that deals have in a stage. */
public enum StageKind {
    /** Deals in the stage are open. */
    OPEN,
    /** Deals in the stage have been won. */
    WON,
    /** Deals in the stage have been lost. */
    LOST,
    /** The vendor does not mark the kind of the stage. The SDK never guesses it from the name or the probability. */
    UNKNOWN
}
