package dev.dealsdk;

/** An order of {@link DealQuery}; ascending unless its name says otherwise. */
public enum DealSort {
    VALUE,
    VALUE_DESCENDING,
    CREATED_AT,
    CREATED_AT_DESCENDING,
    UPDATED_AT,
    UPDATED_AT_DESCENDING,
    EXPECTED_CLOSE_ON,
    EXPECTED_CLOSE_ON_DESCENDING
}
