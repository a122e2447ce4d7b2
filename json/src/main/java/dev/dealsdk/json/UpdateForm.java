package dev.dealsdk.json;

import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An update, whose fields have three states: absent is left alone, null is cleared, anything else is set. Parts of a contact, a
 * company and a value have them too: {@code "contact": null} clears all parts of the contact, {@code "value": null} the amount.
 */
final class UpdateForm implements JsonKind<DealUpdate> {
    private static final String VALUE = "value";
    private static final String AMOUNT = "amount";
    private static final Set<String> NESTED = Set.of(VALUE, "contact", "company");
    private static final Set<DealField> PARTS_OF_VALUE = Set.of(DealField.CURRENCY, DealField.VALUE_PERIOD);

    /** What an update clears, but cannot set. */
    private static final Set<DealField> ONLY_CLEARED =
            Set.of(DealField.STAGE, DealField.LOST_REASON, DealField.WON_REASON, DealField.FINAL_VALUE, DealField.NOTE);

    private static final Map<String, DealField> FIELDS =
            Arrays.stream(DealField.values()).collect(Collectors.toMap(DealField::key, field -> field));

    private final JsonForm<DealUpdate, DealUpdate.Builder> set;

    UpdateForm(JsonForm<DealUpdate, DealUpdate.Builder> set) {
        this.set = set;
    }

    @Override
    public Map<String, @Nullable Object> write(DealUpdate update) {
        Map<String, @Nullable Object> object = set.write(update);
        for (DealField field : update.cleared()) {
            String[] path = path(field, update.cleared());
            if (path.length == 1) {
                object.put(path[0], null);
            } else {
                Map<String, @Nullable Object> parts = new LinkedHashMap<>();
                Object written = object.get(path[0]);
                if (written != null) {
                    parts.putAll(JsonKind.fields(written, JsonPlace.outermost(fault -> {})));
                }
                parts.put(path[1], null);
                object.put(path[0], parts);
            }
        }
        return object;
    }

    private static String[] path(DealField field, Set<DealField> cleared) {
        boolean besideParts = field == DealField.VALUE && cleared.stream().anyMatch(PARTS_OF_VALUE::contains);
        return besideParts ? new String[] {VALUE, AMOUNT} : field.key().split("\\.", 2);
    }

    @Override
    public DealUpdate read(Object json, JsonPlace at) {
        Map<String, @Nullable Object> present = new LinkedHashMap<>();
        Set<DealField> cleared = new LinkedHashSet<>();
        JsonKind.fields(json, at).forEach((name, value) -> {
            List<DealField> nulls = value == null ? fieldsOf(name) : List.of();
            cleared.addAll(nulls);
            DealField field = FIELDS.get(name);
            if (value != null && field != null && ONLY_CLEARED.contains(field)) {
                throw at.field(name).fault("an update cannot set it; only null, which clears it, can stand here");
            }
            if (nulls.isEmpty()) {
                Object rest = NESTED.contains(name) && value instanceof Map<?, ? extends @Nullable Object> parts
                        ? withoutNulls(name, parts, cleared)
                        : value;
                if (rest != null || value == null) {
                    present.put(name, rest);
                }
            }
        });
        DealUpdate.Builder builder = set.fill(present, at);
        cleared.forEach(builder::clear);
        return set.build(builder, at);
    }

    /** What is set of an object with parts, whose nulls are counted as cleared; null if they are all that it has. */
    private static @Nullable Object withoutNulls(
            String owner, Map<?, ? extends @Nullable Object> parts, Set<DealField> cleared) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            DealField field =
                    owner.equals(VALUE) && AMOUNT.equals(name) ? DealField.VALUE : FIELDS.get(owner + "." + name);
            if (part == null && field != null) {
                cleared.add(field);
            } else {
                rest.put(String.valueOf(name), part);
            }
        });
        return rest.isEmpty() && !parts.isEmpty() ? null : rest;
    }

    /** What null clears under a name; empty if there is no such field. */
    private static List<DealField> fieldsOf(String name) {
        DealField field = FIELDS.get(name);
        return field != null
                ? List.of(field)
                : Arrays.stream(DealField.values())
                        .filter(part -> part.key().startsWith(name + "."))
                        .toList();
    }
}
