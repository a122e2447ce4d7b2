package dev.dealsdk.testkit.internal.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of value the vendors' reference pages name. JSON null is of no kind. */
public enum FieldType {
    TEXT("must be a string"),
    NUMBER("must be a number"),
    BOOLEAN("must be true or false"),
    UUID("must be a UUID"),
    DATE("must be a date such as 2026-05-01"),
    OBJECT("must be an object"),
    TEXTS("must be an array of strings"),
    UUIDS("must be an array of UUIDs"),
    OBJECTS("must be an array of objects");

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String rule;

    FieldType(String rule) {
        this.rule = rule;
    }

    /** The rule in words, to follow the name of a field. */
    public String rule() {
        return rule;
    }

    public boolean accepts(@Nullable Object value) {
        return switch (this) {
            case TEXT -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case UUID -> value instanceof String text && UUID_FORM.matcher(text).matches();
            case DATE -> value instanceof String text && isDate(text);
            case OBJECT -> value instanceof Map;
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(TEXT::accepts);
            case UUIDS -> value instanceof List<?> list && list.stream().allMatch(UUID::accepts);
            case OBJECTS -> value instanceof List<?> list && list.stream().allMatch(OBJECT::accepts);
        };
    }

    private static boolean isDate(String text) {
        if (!DATE_FORM.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
