package dev.dealsdk;

/** Where a deal stands between its creation and its end. */
public enum DealStatus {
    /** It can still be won or lost. */
    OPEN,
    /** Closed with a sale. */
    WON,
    /** Closed without a sale. */
    LOST,
    /** The vendor does not say, or says it with a word this version does not know; the word is then in the extras. */
    UNKNOWN
}
