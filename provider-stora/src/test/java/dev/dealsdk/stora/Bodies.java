package dev.dealsdk.stora;

import dev.dealsdk.spi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of the documentation, and JSON as JDK types, to be compared whatever the order of the fields. */
final class Bodies {
    private Bodies() {}

    /** A file beside the tests. */
    static String sample(String name) {
        try (InputStream file = Bodies.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no sample " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Object tree(String json) {
        return JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .document()
                .orElseThrow();
    }

    /** A copy of an object that can be changed; empty for anything else. */
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> copy.put(String.valueOf(name), field));
        }
        return copy;
    }
}
