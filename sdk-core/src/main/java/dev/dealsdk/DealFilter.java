package dev.dealsdk;

/** A filter of {@link DealQuery}. {@link Capabilities#filters()} returns the filters that a vendor can apply. */
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

    /** {@return the name of the accessor in {@link DealQuery}, in camelCase} */
    public String key() {
        return key;
    }
}
