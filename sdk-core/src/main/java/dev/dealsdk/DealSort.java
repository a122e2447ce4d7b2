package dev.dealsdk;

/** An order of {@link DealQuery}; ascending unless the name says otherwise. */
public enum DealSort {
    /** Lowest value first. */
    VALUE,
    /** Highest value first. */
    VALUE_DESCENDING,
    /** Oldest deal first. */
    CREATED_AT,
    /** Newest deal first. */
    CREATED_AT_DESCENDING,
    /** Least recently changed deal first. */
    UPDATED_AT,
    /** Most recently changed deal first. */
    UPDATED_AT_DESCENDING,
    /** Earliest expected close date first. */
    EXPECTED_CLOSE_ON,
    /** Latest expected close date first. */
    EXPECTED_CLOSE_ON_DESCENDING
}
