package dev.dealsdk;

/** A condition of {@link DealQuery} that a vendor may or may not be able to apply. */
public enum DealFilter {
    STATUS("status"),
    STAGE("stage"),
    OWNER("ownerId"),
    TEAM("teamId"),
    MIN_VALUE("minValue"),
    MAX_VALUE("maxValue"),
    EXPECTED_CLOSE_AFTER("expectedCloseAfter"),
    EXPECTED_CLOSE_BEFORE("expectedCloseBefore"),
    TEXT("text");

    private final String key;

    DealFilter(String key) {
        this.key = key;
    }

    /** The accessor of {@link DealQuery}, in camelCase. */
    public String key() {
        return key;
    }
}
