package dev.dealsdk.spi;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a JSON object for {@link dev.dealsdk.Deal#extras()}, which takes over this object but copies
 * any other map. Not thread-safe.
 */
public final class JsonFields {
    private final JsonMap.Builder fields = JsonMap.builder();

    /** Creates an object without fields. */
    public JsonFields() {}

    /**
     * {@return an unmodifiable object with a single field}
     *
     * @param name the vendor's name of the field
     * @param value JSON as JDK types
     * @throws IllegalArgumentException if the value cannot be represented as JSON
     */
    public static Map<String, @Nullable Object> of(String name, Object value) {
        return JsonMap.single(name, value);
    }

    /**
     * Sets a field.
     *
     * @param name the vendor's name of the field
     * @param value JSON as JDK types; empty leaves the field unchanged
     * @return this object
     * @throws IllegalArgumentException if the value cannot be represented as JSON
     */
    public JsonFields put(String name, Optional<?> value) {
        if (value.isPresent()) {
            fields.put("", name, value.get());
        }
        return this;
    }

    /**
     * Sets all fields of a map.
     *
     * @param entries JSON as JDK types by name
     * @return this object
     * @throws IllegalArgumentException if a value cannot be represented as JSON
     */
    public JsonFields putAll(Map<String, ? extends @Nullable Object> entries) {
        fields.putAll("", entries);
        return this;
    }

    /** {@return the fields so far, as an unmodifiable map} */
    public Map<String, @Nullable Object> toMap() {
        return fields.build();
    }
}
