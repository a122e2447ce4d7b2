package dev.dealsdk;

/**
 * A part of a deal, or of an operation on it, that a caller can set.
 *
 * <p>Which of them a vendor takes is said by {@link Capabilities#writableFields(Operation)}.
 */
public enum DealField {
    NAME("name"),
    VALUE("value"),
    CURRENCY("value.currency"),
    VALUE_PERIOD("value.period"),
    STAGE("stage"),
    CONTACT_ID("contact.id"),
    CONTACT_NAME("contact.name"),
    CONTACT_EMAIL("contact.email"),
    COMPANY_ID("company.id"),
    COMPANY_NAME("company.name"),
    OWNERS("ownerIds"),
    LINE_ITEMS("lineItems"),
    TAGS("tags"),
    CUSTOM_FIELDS("customFields"),
    EXPECTED_CLOSE_ON("expectedCloseOn"),
    WIN_PROBABILITY("winProbability"),
    DESCRIPTION("description"),
    LOST_REASON("reason"),
    WON_REASON("wonReason"),
    FINAL_VALUE("finalValue"),
    NOTE("note");

    private final String key;

    DealField(String key) {
        this.key = key;
    }

    /** The accessor of the neutral type, in camelCase, dotted where it is nested: {@code value.currency}. */
    public String key() {
        return key;
    }
}
