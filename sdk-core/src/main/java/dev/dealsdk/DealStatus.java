package dev.dealsdk;

/** The status of a deal. */
public enum DealStatus {
    /** The deal can still be won or lost. */
    OPEN,
    /** The deal was closed with a sale. */
    WON,
    /** The deal was closed without a sale. */
    LOST,
    /**
     * The vendor sent no status, or one that this version does not recognize. An unrecognized status is available in
     * {@link Deal#extras()}.
     */
    UNKNOWN
}
