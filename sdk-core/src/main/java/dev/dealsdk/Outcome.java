package dev.dealsdk;

/** What is known about the effect of a failed call at the vendor. */
public enum Outcome {
    /** The request was not sent. Nothing happened at the vendor. */
    NOT_SENT,
    /**
     * The vendor responded and did not perform the request. Also the outcome of every read that failed after it was
     * sent.
     */
    REJECTED,
    /** The request was sent, and no response shows its effect. It may have been applied. */
    UNKNOWN,
    /**
     * The vendor confirmed the write, but the deal could not be read from its response. Do not send the request again.
     */
    APPLIED
}
