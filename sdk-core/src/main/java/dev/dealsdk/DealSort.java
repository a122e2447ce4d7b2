package dev.dealsdk;

/** An order of {@link DealQuery}; ascending unless its name says otherwise. */
public enum DealSort {
    /** The smallest value first. */
    VALUE,
    /** The greatest value first. */
    VALUE_DESCENDING,
    /** The oldest deal first. */
    CREATED_AT,
    /** The newest deal first. */
    CREATED_AT_DESCENDING,
    /** The deal that has been left alone for longest first. */
    UPDATED_AT,
    /** The latest change first. */
    UPDATED_AT_DESCENDING,
    /** The earliest expected closing first. */
    EXPECTED_CLOSE_ON,
    /** The latest expected closing first. */
    EXPECTED_CLOSE_ON_DESCENDING
}
