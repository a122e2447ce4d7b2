package dev.dealsdk.testkit.contract;

import dev.dealsdk.DealField;
import dev.dealsdk.LineItem;
import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The values that a {@link DealsClientContract} sends in its requests. A provider replaces values that its vendor would
 * not accept: ids, words from a list, keys of custom fields. Immutable; every method returns a changed copy.
 */
public final class SampleValues {
    private final Map<DealField, Object> fields;
    private final Map<String, Object> extras;
    private final String teamId;
    private final Set<DealField> notReadBack;

    private SampleValues(
            Map<DealField, Object> fields, Map<String, Object> extras, String teamId, Set<DealField> notReadBack) {
        this.fields = fields;
        this.extras = extras;
        this.teamId = teamId;
        this.notReadBack = notReadBack;
    }

    /**
     * Creates texts, amounts and dates that most vendors accept.
     *
     * @param id an id in the vendor's format: for owner, contact, company, team, line item, and for the stage if stages
     *     cannot be listed
     * @return the initial values
     */
    public static SampleValues withIds(String id) {
        Map<DealField, Object> fields = new EnumMap<>(DealField.class);
        fields.put(DealField.NAME, "Contractia \u00fc \u65e5\u672c \"&\"");
        fields.put(DealField.VALUE, new BigDecimal("4711.25"));
        fields.put(DealField.CURRENCY, "CHF");
        fields.put(DealField.VALUE_PERIOD, ValuePeriod.MONTHLY);
        fields.put(DealField.STAGE, id);
        fields.put(DealField.CONTACT_ID, id);
        fields.put(DealField.CONTACT_NAME, "Contract Contact");
        fields.put(DealField.CONTACT_EMAIL, "contract@example.com");
        fields.put(DealField.COMPANY_ID, id);
        fields.put(DealField.COMPANY_NAME, "Contract Company");
        fields.put(DealField.OWNERS, id);
        fields.put(DealField.LINE_ITEMS, LineItem.builder().itemId(id).build());
        fields.put(DealField.TAGS, "contract-tag");
        fields.put(DealField.CUSTOM_FIELDS, Map.entry("contract_field", "contract value"));
        fields.put(DealField.EXPECTED_CLOSE_ON, LocalDate.of(2031, 2, 3));
        fields.put(DealField.WIN_PROBABILITY, new BigDecimal("37"));
        fields.put(DealField.DESCRIPTION, "contract description");
        fields.put(DealField.LOST_REASON, "contract lost reason");
        fields.put(DealField.WON_REASON, "contract won reason");
        fields.put(DealField.FINAL_VALUE, new BigDecimal("815.75"));
        fields.put(DealField.NOTE, "contract note");
        return new SampleValues(fields, Map.of(), id, Set.of());
    }

    /**
     * Sets the sample of a field.
     *
     * @param field the field
     * @param value a {@code BigDecimal}, {@code LocalDate}, {@code ValuePeriod} or {@code LineItem} according to the
     *     type of the field; a {@code Map.Entry} of key and value for {@link DealField#CUSTOM_FIELDS}; a text for all
     *     other fields. For owners and tags, the text is the only element; for a stage, it is the id
     * @return a changed copy
     * @throws IllegalArgumentException if the value has another type
     */
    public SampleValues field(DealField field, Object value) {
        if (!typeOf(field).isInstance(value)) {
            throw new IllegalArgumentException(
                    field + " takes a " + typeOf(field).getName() + ", not " + value);
        }
        Map<DealField, Object> changed = new EnumMap<>(fields);
        changed.put(field, value);
        return new SampleValues(changed, extras, teamId, notReadBack);
    }

    /**
     * Sets the sample of an extra. Extras without a sample are sent as text.
     *
     * @param name the vendor's name of the extra
     * @param value a JSON value as JDK types
     * @return a changed copy
     */
    public SampleValues extra(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(extras);
        changed.put(name, value);
        return new SampleValues(fields, changed, teamId, notReadBack);
    }

    /**
     * Sets the team by which listings are filtered.
     *
     * @param id an id in the vendor's format
     * @return a changed copy
     */
    public SampleValues teamId(String id) {
        return new SampleValues(fields, extras, id, notReadBack);
    }

    /**
     * Sets the fields that the vendor accepts but does not return when the deal is read.
     *
     * @param hidden the fields; none by default
     * @return a changed copy
     */
    public SampleValues notReadBack(DealField... hidden) {
        Set<DealField> changed = EnumSet.noneOf(DealField.class);
        Collections.addAll(changed, hidden);
        return new SampleValues(fields, extras, teamId, changed);
    }

    private static Class<?> typeOf(DealField field) {
        return switch (field) {
            case VALUE, FINAL_VALUE, WIN_PROBABILITY -> BigDecimal.class;
            case VALUE_PERIOD -> ValuePeriod.class;
            case LINE_ITEMS -> LineItem.class;
            case CUSTOM_FIELDS -> Map.Entry.class;
            case EXPECTED_CLOSE_ON -> LocalDate.class;
            default -> String.class;
        };
    }

    <T> T of(DealField field, Class<T> type) {
        return type.cast(Objects.requireNonNull(fields.get(field)));
    }

    String text(DealField field) {
        return of(field, String.class);
    }

    Object extra(String name) {
        return extras.getOrDefault(name, "contract-extra");
    }

    String teamId() {
        return teamId;
    }

    boolean isReadBack(DealField field) {
        return !notReadBack.contains(field);
    }
}
