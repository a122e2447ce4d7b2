package dev.dealsdk.internal.value;

import dev.dealsdk.DealField;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /**
     * The names of fields that two deals can differ in, separated by commas: those of fields, {@code status}, the times, {@code
     * custom-fields} for all of them and {@code custom.KEY} for one; none for {@code none}.
     */
    public static Set<String> parseCompared(String text) {
        if (text.equals("none")) {
            return Set.of();
        }
        Set<String> compared = new LinkedHashSet<>(BY_NAME.keySet());
        compared.addAll(List.of("status", "created-at", "updated-at", "closed-at", "custom-fields"));
        Set<String> names = new LinkedHashSet<>(Values.words(text));
        for (String name : names) {
            boolean isCustom = name.startsWith("custom.") && name.length() > "custom.".length();
            if (!isCustom && !compared.contains(name)) {
                throw new ValueFault("\"" + name + "\" is no field that is compared; "
                        + Suggestions.meant(name, compared)
                                .map(meant -> "did you mean " + meant + "?")
                                .orElseGet(() -> "write custom.KEY or one of " + String.join(", ", compared)));
            }
        }
        return Collections.unmodifiableSet(names);
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
