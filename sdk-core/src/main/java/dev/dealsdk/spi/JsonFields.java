package dev.dealsdk.spi;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a JSON object that goes into {@link dev.dealsdk.Deal#extras()}. Any other map is copied there, this one
 * is not. Not thread-safe.
 */
public final class JsonFields {
    private final JsonMap.Builder fields = JsonMap.builder();

    /** Without fields. */
    public JsonFields() {}

    /**
     * {@return an object with a single field, unmodifiable}
     *
     * @param name the vendor's
     * @param value JSON as JDK types
     * @throws IllegalArgumentException if the value has no JSON form
     */
    public static Map<String, @Nullable Object> of(String name, Object value) {
        return JsonMap.single(name, value);
    }

    /**
     * Adds a field, or replaces its value.
     *
     * @param name the vendor's
     * @param value JSON as JDK types; empty for no such field
     * @return this object
     * @throws IllegalArgumentException if the value has no JSON form
     */
    public JsonFields put(String name, Optional<?> value) {
        if (value.isPresent()) {
            fields.put("", name, value.get());
        }
        return this;
    }

    /**
     * Adds all fields of a map, or replaces their values.
     *
     * @param entries JSON as JDK types by name
     * @return this object
     * @throws IllegalArgumentException if a value has no JSON form
     */
    public JsonFields putAll(Map<String, ? extends @Nullable Object> entries) {
        fields.putAll("", entries);
        return this;
    }

    /** {@return the fields so far, unmodifiable} */
    public Map<String, @Nullable Object> toMap() {
        return fields.build();
    }
}
