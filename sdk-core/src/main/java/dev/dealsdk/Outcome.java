package dev.dealsdk;

/** What is known, after a call failed, about its effect at the vendor. */
public enum Outcome {
    /** The request never left this machine: nothing happened at the vendor. */
    NOT_SENT,
    /** The vendor answered and did not do it; also the outcome of every read that failed after it was sent. */
    REJECTED,
    /** The request left and no answer says what became of it: it may have been applied. */
    UNKNOWN,
    /** The vendor said that it did it, but the deal could not be read from the answer. Do not send it again. */
    APPLIED
}
