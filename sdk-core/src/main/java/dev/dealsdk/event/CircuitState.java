package dev.dealsdk.event;

/** The state of a circuit, which determines whether the calls of an account are sent. See {@code deals.circuit}. */
public enum CircuitState {
    /** Calls are sent. */
    CLOSED,
    /** The vendor has been failing. Calls fail immediately. */
    OPEN,
    /** Calls fail immediately, except for one read that tests whether the vendor has recovered. */
    HALF_OPEN
}
