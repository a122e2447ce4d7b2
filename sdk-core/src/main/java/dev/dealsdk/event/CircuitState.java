package dev.dealsdk.event;

/** Whether the calls of an account are sent; see {@code deals.circuit}. */
public enum CircuitState {
    /** They are. */
    CLOSED,
    /** The vendor has been failing: they fail at once. */
    OPEN,
    /** As while open, but one read is on its way to see whether the vendor works again. */
    HALF_OPEN
}
