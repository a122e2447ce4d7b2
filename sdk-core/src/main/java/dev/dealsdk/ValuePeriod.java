package dev.dealsdk;

/** How often the amount of a {@link DealValue} falls due. */
public enum ValuePeriod {
    ONE_TIME,
    MONTHLY,
    QUARTERLY,
    ANNUAL
}
