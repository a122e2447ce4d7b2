package dev.dealsdk;

/** How often the amount of a {@link DealValue} falls due. */
public enum ValuePeriod {
    /** Once for the whole deal. */
    ONE_TIME,
    /** Every month. */
    MONTHLY,
    /** Every three months. */
    QUARTERLY,
    /** Every year. */
    ANNUAL
}
