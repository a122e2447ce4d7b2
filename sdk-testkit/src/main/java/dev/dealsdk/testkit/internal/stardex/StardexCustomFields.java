package dev.dealsdk.testkit.internal.stardex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.internal.json.Json;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields a Stardex organization has for deals, and what the verbs of a write item do to those of one deal.
 *
 * <p>Assumed, the pages being silent: in one item {@code clear_all} comes first, then {@code value}, removals, additions;
 * an option is named by its id or by its name; a multi-select or team-member field shows one item for each of its values;
 * what does not fit the kind of the field is refused.
 */
public final class StardexCustomFields {
    private static final Set<String> DATA_TYPES =
            Set.of("string", "url", "integer", "date", "single-select", "multi-select", "multi-team-member");

    private final List<Map<String, @Nullable Object>> definitions = new ArrayList<>();
    private int serial;

    /** Reads the samples printed in the contract document, and names the fields that its sample deal has. */
    StardexCustomFields(OpenApiDocument document, List<Map<String, @Nullable Object>> sampleItems) {
        JsonNode printed = document.at("/paths/~1v1~1custom-fields~1deals/get/responses/200/content/application~1json"
                + "/examples/sibling/value/data");
        printed.forEach(definition -> definitions.add(Json.copyOf(definition)));
        for (Map<String, @Nullable Object> item : sampleItems) {
            add(
                    String.valueOf(item.get("attribute_id")),
                    String.valueOf(item.get("attribute_name")),
                    String.valueOf(item.get("data_type")),
                    item.get("tag") == null ? List.of() : List.of(Objects.requireNonNull(item.get("tag"))));
        }
    }

    public List<Map<String, @Nullable Object>> definitions() {
        return definitions;
    }

    /** A field that a test wants, with options of these names. */
    public void add(String id, String name, String dataType, String... options) {
        if (!FieldType.UUID.accepts(id) || definition(id).isPresent()) {
            throw new IllegalArgumentException(id + " is no UUID, or another custom field's");
        }
        if (!DATA_TYPES.contains(dataType)) {
            throw new IllegalArgumentException(
                    dataType + " is none of " + DATA_TYPES.stream().sorted().toList());
        }
        List<Object> tags = new ArrayList<>();
        for (String option : options) {
            tags.add(Map.of("id", newId(), "name", option));
        }
        add(id, name, dataType, tags);
    }

    /** Counts on, so that the same calls get the same ids. */
    public String newId() {
        serial++;
        return String.format(Locale.ROOT, "fd0c2a11-0000-4000-8000-%012x", serial);
    }

    private void add(String id, String name, String dataType, List<Object> tags) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("id", id);
        definition.put("name", name);
        definition.put("description", null);
        definition.put("data_type", dataType);
        definition.put("tags", tags);
        definitions.add(definition);
    }

    /** What is wrong with the items of a write, by place. */
    public Map<String, String> problems(@Nullable Object items) {
        Map<String, String> problems = new LinkedHashMap<>();
        int index = 0;
        for (Map<String, @Nullable Object> item : StardexBodies.objects(items)) {
            String place = "custom_fields[" + index++ + "].";
            Map<String, String> found = new FieldCheck(item)
                    .require("attribute_id")
                    .type(FieldType.UUID, "attribute_id")
                    .type(FieldType.TEXT, "value")
                    .type(FieldType.TEXTS, "add_values", "remove_values")
                    .type(FieldType.UUIDS, "add_team_member_ids", "remove_team_member_ids")
                    .type(FieldType.BOOLEAN, "clear_all")
                    .problems();
            found.forEach((field, problem) -> problems.put(place + field, problem));
            if (found.isEmpty()) {
                misfit(item).ifPresent(problem -> problems.put(place + "attribute_id", problem));
            }
        }
        return problems;
    }

    /** The read items after a write; both lists have been checked. */
    List<Map<String, @Nullable Object>> apply(List<Map<String, @Nullable Object>> present, @Nullable Object writes) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>(present);
        for (Map<String, @Nullable Object> write : StardexBodies.objects(writes)) {
            Map<String, @Nullable Object> definition =
                    definition(write.get("attribute_id")).orElseThrow();
            Object id = definition.get("id");
            if (Boolean.TRUE.equals(write.get("clear_all")) || write.containsKey("value")) {
                items.removeIf(item -> Objects.equals(item.get("attribute_id"), id));
            }
            if (write.get("value") instanceof String text) {
                items.add(item(definition, text));
            }
            for (String verb : List.of("remove_values", "remove_team_member_ids")) {
                texts(write.get(verb)).forEach(text -> items.removeIf(item -> isSame(item, item(definition, text))));
            }
            for (String verb : List.of("add_values", "add_team_member_ids")) {
                texts(write.get(verb)).stream()
                        .map(text -> item(definition, text))
                        .filter(item -> items.stream().noneMatch(other -> isSame(item, other)))
                        .forEach(items::add);
            }
        }
        return items;
    }

    private Optional<String> misfit(Map<String, @Nullable Object> write) {
        Map<String, @Nullable Object> definition =
                definition(write.get("attribute_id")).orElse(null);
        if (definition == null) {
            return Optional.of("names no custom field of deals");
        }
        String type = String.valueOf(definition.get("data_type"));
        boolean several = type.startsWith("multi-");
        boolean people = type.equals("multi-team-member");
        List<String> values = new ArrayList<>(texts(write.get("add_values")));
        values.addAll(texts(write.get("remove_values")));
        if (!values.isEmpty() && (!several || people)) {
            return Optional.of("takes no add_values or remove_values, being of type " + type);
        }
        if (!people && (write.containsKey("add_team_member_ids") || write.containsKey("remove_team_member_ids"))) {
            return Optional.of("takes no team members, being of type " + type);
        }
        if (write.get("value") instanceof String text) {
            values.add(text);
        }
        return values.stream()
                .filter(text -> !fits(definition, type, text))
                .findFirst()
                .map(text -> "does not take " + text + ", being of type " + type);
    }

    private static boolean fits(Map<String, @Nullable Object> definition, String type, String text) {
        return switch (type) {
            case "single-select", "multi-select" -> option(definition, text).isPresent();
            case "multi-team-member" -> false;
            case "integer" -> text.matches("-?\\d{1,18}");
            case "date" -> FieldType.DATE.accepts(text);
            default -> true;
        };
    }

    private static Map<String, @Nullable Object> item(Map<String, @Nullable Object> definition, String text) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("attribute_id", definition.get("id"));
        item.put("attribute_name", definition.get("name"));
        item.put("data_type", definition.get("data_type"));
        item.put("value", null);
        item.put("tag", null);
        item.put("team_member", null);
        switch (String.valueOf(definition.get("data_type"))) {
            case "single-select", "multi-select" ->
                item.put("tag", option(definition, text).orElseThrow());
            case "multi-team-member" -> item.put("team_member", person(text));
            case "integer" -> item.put("value", new BigDecimal(text));
            default -> item.put("value", text);
        }
        return item;
    }

    /** Whatever names their options or team members go by. */
    private static boolean isSame(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return Objects.equals(one.get("attribute_id"), other.get("attribute_id"))
                && Objects.equals(one.get("value"), other.get("value"))
                && Objects.equals(id(one.get("tag")), id(other.get("tag")))
                && Objects.equals(id(one.get("team_member")), id(other.get("team_member")));
    }

    private static @Nullable Object id(@Nullable Object reference) {
        return reference instanceof Map<?, ?> map ? map.get("id") : null;
    }

    private static Map<String, @Nullable Object> person(String id) {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("id", id);
        person.put("name", null);
        return person;
    }

    /** As a deal shows it: the id and the name alone. */
    private static Optional<Map<String, @Nullable Object>> option(
            Map<String, @Nullable Object> definition, String idOrName) {
        return StardexBodies.objects(definition.get("tags")).stream()
                .filter(tag -> idOrName.equals(tag.get("id")) || idOrName.equals(tag.get("name")))
                .findFirst()
                .map(tag -> {
                    Map<String, @Nullable Object> option = new LinkedHashMap<>();
                    option.put("id", tag.get("id"));
                    option.put("name", tag.get("name"));
                    return option;
                });
    }

    private Optional<Map<String, @Nullable Object>> definition(@Nullable Object id) {
        return definitions.stream()
                .filter(definition -> Objects.equals(definition.get("id"), id))
                .findFirst();
    }

    private static List<String> texts(@Nullable Object array) {
        return array instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
