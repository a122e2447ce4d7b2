package dev.dealsdk.internal.value;

import dev.dealsdk.DealField;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Neutral fields as the configuration writes them: in kebab case, such as {@code expected-close-on}. */
public final class FieldNames {
    private static final Map<String, DealField> BY_NAME = byName();

    private FieldNames() {}

    /** The name of a field. */
    public static String of(DealField field) {
        return field.configName();
    }

    /** The field of a name; empty if there is none. */
    public static Optional<DealField> parse(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** What to write instead of a name that is no field's. */
    public static String suggestion(String name, boolean withStage) {
        List<String> names = BY_NAME.keySet().stream()
                .filter(known -> withStage || !known.equals("stage"))
                .toList();
        return Suggestions.meant(name, names)
                .map(meant -> "did you mean " + meant + "?")
                .orElseGet(() -> "write one of " + String.join(", ", names));
    }

    /** Several, separated by commas. */
    public static Set<DealField> parseAll(String text) {
        Set<DealField> fields = EnumSet.noneOf(DealField.class);
        for (String name : Values.words(text)) {
            fields.add(parse(name)
                    .filter(field -> field != DealField.STAGE)
                    .orElseThrow(() ->
                            new ValueFault("\"" + name + "\" is no field of a deal; " + suggestion(name, false))));
        }
        return Collections.unmodifiableSet(fields);
    }

    private static Map<String, DealField> byName() {
        Map<String, DealField> names = new LinkedHashMap<>();
        for (DealField field : DealField.values()) {
            if (field != DealField.CUSTOM_FIELDS) {
                names.put(of(field), field);
            }
        }
        return Collections.unmodifiableMap(names);
    }
}
