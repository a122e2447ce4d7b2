package dev.dealsdk;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A field of a deal, or of an operation on a deal, that a caller can set. {@link
 * Capabilities#writableFields(Operation)} returns the fields that a vendor accepts.
 */
public enum DealField {
    /** {@link NewDeal#name()}. */
    NAME("name"),
    /** The amount of {@link NewDeal#value()}. */
    VALUE("value"),
    /** {@link DealValue#currency()} of the value or of the final value. */
    CURRENCY("value.currency"),
    /** {@link DealValue#period()} of the value or of the final value. */
    VALUE_PERIOD("value.period"),
    /** {@link NewDeal#stage()}, {@link Move#stage()} and {@link Reopen#stage()}. */
    STAGE("stage"),
    /** {@link Contact#id()}. */
    CONTACT_ID("contact.id"),
    /** {@link Contact#name()}. */
    CONTACT_NAME("contact.name"),
    /** {@link Contact#email()}. */
    CONTACT_EMAIL("contact.email"),
    /** {@link Company#id()}. */
    COMPANY_ID("company.id"),
    /** {@link Company#name()}. */
    COMPANY_NAME("company.name"),
    /** {@link NewDeal#ownerIds()} and {@link Reopen#ownerIds()}. */
    OWNERS("ownerIds"),
    /** {@link NewDeal#lineItems()}. */
    LINE_ITEMS("lineItems"),
    /** {@link NewDeal#tags()}. */
    TAGS("tags"),
    /** {@link NewDeal#customFields()}. */
    CUSTOM_FIELDS("customFields"),
    /** {@link NewDeal#expectedCloseOn()}. */
    EXPECTED_CLOSE_ON("expectedCloseOn"),
    /** {@link NewDeal#winProbability()}. */
    WIN_PROBABILITY("winProbability"),
    /** {@link NewDeal#description()}. */
    DESCRIPTION("description"),
    /** {@link Loss#reason()}. */
    LOST_REASON("reason"),
    /** {@link Win#wonReason()}. */
    WON_REASON("wonReason"),
    /** {@link Win#finalValue()}. */
    FINAL_VALUE("finalValue"),
    /** {@link Move#note()}, {@link Win#note()}, {@link Loss#note()} and {@link Reopen#note()}. */
    NOTE("note");

    private final String key;

    DealField(String key) {
        this.key = key;
    }

    /**
     * {@return the name of this field in messages: the accessor in camelCase, dotted if nested, such as {@code
     * value.currency}}
     */
    public String key() {
        return key;
    }

    /**
     * {@return the name of this field in configuration keys: kebab case, such as {@code expected-close-on} in {@code
     * deals.keep.expected-close-on}}
     */
    public String configName() {
        return this == LOST_REASON
                ? "lost-reason"
                : key.replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the operations in which a caller can set this field for at least one vendor; for currency and period,
     * the operations of the value}
     */
    public Set<Operation> operations() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case NOTE -> EnumSet.of(Operation.MOVE, Operation.WIN, Operation.LOSE, Operation.REOPEN);
                    case LOST_REASON -> EnumSet.of(Operation.LOSE);
                    case WON_REASON, FINAL_VALUE -> EnumSet.of(Operation.WIN);
                    case STAGE -> EnumSet.of(Operation.CREATE, Operation.MOVE, Operation.REOPEN);
                    case OWNERS -> EnumSet.of(Operation.CREATE, Operation.UPDATE, Operation.REOPEN);
                    default -> EnumSet.of(Operation.CREATE, Operation.UPDATE);
                });
    }
}
