package dev.dealsdk;

/** A condition of {@link DealQuery} that a vendor may or may not be able to apply. */
public enum DealFilter {
    /** {@link DealQuery#status()}. */
    STATUS("status"),
    /** {@link DealQuery#stage()}. */
    STAGE("stage"),
    /** {@link DealQuery#ownerId()}. */
    OWNER("ownerId"),
    /** {@link DealQuery#teamId()}. */
    TEAM("teamId"),
    /** {@link DealQuery#minValue()}. */
    MIN_VALUE("minValue"),
    /** {@link DealQuery#maxValue()}. */
    MAX_VALUE("maxValue"),
    /** {@link DealQuery#expectedCloseAfter()}. */
    EXPECTED_CLOSE_AFTER("expectedCloseAfter"),
    /** {@link DealQuery#expectedCloseBefore()}. */
    EXPECTED_CLOSE_BEFORE("expectedCloseBefore"),
    /** {@link DealQuery#text()}. */
    TEXT("text");

    private final String key;

    DealFilter(String key) {
        this.key = key;
    }

    /** {@return the accessor of {@link DealQuery}, in camelCase} */
    public String key() {
        return key;
    }
}
