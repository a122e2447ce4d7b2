package dev.dealsdk.stardex;

import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields: attribute id -> value on the neutral side, a list of items on Stardex's.
 *
 * <p>Read: the value of the item, else the name of its option, else the id of its team member (each is what a write takes);
 * a list of these for a field that can have several. Written: a text or number as {@code value}; a list, where there is
 * nothing to replace yet, as {@code add_values}; a null, in an update, as {@code clear_all}; a map as the documented verbs.
 */
final class StardexCustomFields {
    private static final List<String> VERBS = List.of(
            "value", "add_values", "remove_values", "add_team_member_ids", "remove_team_member_ids", "clear_all");
    private static final String FORM =
            "; expected is a text or number, or a map of some of " + String.join(", ", VERBS);

    private final CallScope scope;

    StardexCustomFields(CallScope scope) {
        this.scope = scope;
    }

    /** The items of the expected form; the others are kept with the rest of the deal. */
    static List<StardexCustomField> read(@Nullable Object items) {
        if (!(items instanceof List<?> list)) {
            return List.of();
        }
        List<StardexCustomField> fields = new ArrayList<>(list.size());
        for (Object item : list) {
            if (item instanceof Map<?, ?> map && map.get("attribute_id") instanceof String id) {
                fields.add(new StardexCustomField(
                        id,
                        text(map.get("attribute_name")),
                        text(map.get("data_type")),
                        Optional.ofNullable(map.get("value")),
                        reference(map.get("tag")),
                        reference(map.get("team_member"))));
            }
        }
        return Collections.unmodifiableList(fields);
    }

    /** The values by attribute id. */
    static Map<String, @Nullable Object> toNeutral(List<StardexCustomField> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (StardexCustomField field : fields) {
            Object value = valueOf(field);
            if (values.containsKey(field.attributeId())) {
                values.put(field.attributeId(), joined(values.get(field.attributeId()), value));
            } else {
                values.put(field.attributeId(), isMulti(field) ? joined(List.of(), value) : value);
            }
        }
        return values;
    }

    List<StardexCustomFieldWrite> forCreate(Map<String, @Nullable Object> fields) {
        List<StardexCustomFieldWrite> writes = new ArrayList<>();
        fields.forEach((id, value) -> writes.add(
                value instanceof List<?> list
                        ? write(id).addValues(texts(id, list)).build()
                        : write(id, value)));
        return writes;
    }

    List<StardexCustomFieldWrite> forUpdate(Map<String, @Nullable Object> fields) {
        List<StardexCustomFieldWrite> writes = new ArrayList<>();
        fields.forEach((id, value) -> {
            if (value instanceof List<?>) {
                throw invalid(id, "is a list, and Stardex documents no way to replace all values" + FORM);
            }
            writes.add(value == null ? write(id).clearAll(true).build() : write(id, value));
        });
        return writes;
    }

    private StardexCustomFieldWrite write(String id, @Nullable Object value) {
        StardexCustomFieldWrite.Builder write = write(id);
        if (value instanceof String text) {
            return write.value(text).build();
        }
        if (value instanceof BigDecimal number) {
            return write.value(JsonWriter.plain(path(id), number)).build();
        }
        if (value instanceof Map<?, ?> verbs) {
            if (verbs.isEmpty()) {
                throw invalid(id, "is an empty map" + FORM);
            }
            return verbs(StardexExtras.of(path(id), verbs, scope).only(VERBS), write);
        }
        throw invalid(id, (value == null ? "is null; leave it out" : "is of another form") + FORM);
    }

    private static StardexCustomFieldWrite verbs(StardexExtras verbs, StardexCustomFieldWrite.Builder write) {
        return write.value(verbs.textOrNumber("value"))
                .addValues(notEmpty(verbs, "add_values", verbs.texts("add_values")))
                .removeValues(notEmpty(verbs, "remove_values", verbs.texts("remove_values")))
                .addTeamMemberIds(notEmpty(verbs, "add_team_member_ids", verbs.uuids("add_team_member_ids")))
                .removeTeamMemberIds(notEmpty(verbs, "remove_team_member_ids", verbs.uuids("remove_team_member_ids")))
                .clearAll(verbs.bool("clear_all"))
                .build();
    }

    private static List<String> notEmpty(StardexExtras verbs, String name, Optional<List<String>> texts) {
        if (texts.filter(List::isEmpty).isPresent()) {
            throw verbs.invalid(name, "is an empty list: leave it out");
        }
        return texts.orElse(List.of());
    }

    private StardexCustomFieldWrite.Builder write(String id) {
        if (!StardexIds.UUID.matches(id)) {
            throw invalid(
                    id,
                    "is not an attribute id, a UUID; use that, or set deals.fields." + id + " to it and go on using "
                            + id);
        }
        return StardexCustomFieldWrite.builder().attributeId(id);
    }

    private List<String> texts(String id, List<?> list) {
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw invalid(id, "is a list with something else than texts" + FORM);
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw invalid(id, "is an empty list: leave it out");
        }
        return texts;
    }

    private InvalidRequestException invalid(String id, String message) {
        return scope.invalid(path(id), message);
    }

    private static String path(String id) {
        return "customFields." + id;
    }

    private static @Nullable Object valueOf(StardexCustomField field) {
        return field.value()
                .or(() -> field.tag().flatMap(tag -> tag.name().or(tag::id)))
                .or(() -> field.teamMember().flatMap(member -> member.id().or(member::name)))
                .orElse(null);
    }

    private static boolean isMulti(StardexCustomField field) {
        return field.dataType().filter(type -> type.startsWith("multi-")).isPresent();
    }

    private static List<@Nullable Object> joined(@Nullable Object before, @Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        if (before instanceof List<?> list) {
            values.addAll(list);
        } else {
            values.add(before);
        }
        if (value != null) {
            values.add(value);
        }
        return values;
    }

    private static Optional<StardexRef> reference(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new StardexRef(text(map.get("id")), text(map.get("name"))))
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
