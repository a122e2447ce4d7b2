package dev.dealsdk.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The path of a value in the JSON that is read, for messages, and the handler of unknown fields. */
final class JsonPlace {
    private static final int LONGEST_EXCERPT = 40;

    private final @Nullable JsonPlace owner;
    private final @Nullable Object step;
    private final Consumer<JsonFormException> unknown;

    private JsonPlace(@Nullable JsonPlace owner, @Nullable Object step, Consumer<JsonFormException> unknown) {
        this.owner = owner;
        this.step = step;
        this.unknown = unknown;
    }

    static JsonPlace outermost(Consumer<JsonFormException> unknown) {
        return new JsonPlace(null, null, unknown);
    }

    JsonPlace field(String name) {
        return new JsonPlace(this, name, unknown);
    }

    JsonPlace element(int index) {
        return new JsonPlace(this, index, unknown);
    }

    JsonFormException fault(String reason) {
        List<Object> path = new ArrayList<>();
        for (JsonPlace place = this; place != null; place = place.owner) {
            if (place.step != null) {
                path.add(0, place.step);
            }
        }
        return new JsonFormException(path, reason);
    }

    JsonFormException expected(String what, @Nullable Object json) {
        return fault(what + " is expected, not " + describe(json));
    }

    /** Returns a value that must not be null. */
    Object present(@Nullable Object json) {
        if (json == null) {
            throw fault("null cannot stand here");
        }
        return json;
    }

    /** Reports a field that the type at this path does not have. */
    void unknown(String name, Iterable<String> known) {
        unknown.accept(field(name).fault("there is no such field; there are " + String.join(", ", known)));
    }

    private static String describe(@Nullable Object json) {
        if (json instanceof String text) {
            String excerpt = text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "..." : text;
            return "the text \"" + excerpt + "\"";
        }
        if (json instanceof BigDecimal number) {
            return "the number " + number;
        }
        return json instanceof List<?> ? "a list" : json instanceof Map<?, ?> ? "an object" : String.valueOf(json);
    }
}
