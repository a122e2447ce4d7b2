package dev.dealsdk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a caller puts into {@code customFields} or {@code extras} into the form in which they are read back: JSON
 * as String, Boolean, {@link BigDecimal}, List, Map and null, copied deeply so that nobody can change it afterwards.
 */
final class JsonValues {
    private static final int MAX_DEPTH = 100;

    private JsonValues() {}

    /** Whether {@link #canonical} has nothing left to do. */
    static boolean areCanonical(Map<String, ? extends @Nullable Object> values) {
        for (Object value : values.values()) {
            if (!(isScalar(value) || value instanceof FrozenMap || value instanceof FrozenList)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A copy in canonical form.
     *
     * @param path what the map is called in messages
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    static Map<String, @Nullable Object> canonical(String path, Map<String, ? extends @Nullable Object> values) {
        return freeze(path, values, 0);
    }

    private static FrozenMap freeze(String path, Map<?, ? extends @Nullable Object> values, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(path + ": the key " + key + " is not a String");
            }
            copy.put(name, freezeValue(path + "." + name, value, depth + 1));
        });
        return new FrozenMap(copy);
    }

    private static @Nullable Object freezeValue(String path, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(path + ": nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value == null || isScalar(value) || value instanceof FrozenMap || value instanceof FrozenList) {
            return value;
        }
        if (value instanceof Number number) {
            return exact(path, number);
        }
        if (value instanceof Map<?, ?> map) {
            return freeze(path, map, depth);
        }
        if (value instanceof List<?> list) {
            return new FrozenList(list.stream()
                    .map(nested -> freezeValue(path + "[]", nested, depth + 1))
                    .toArray());
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException(path + ": " + value.getClass().getName()
                + " has no JSON form; use String, Boolean, BigDecimal, List, Map or null");
    }

    private static boolean isScalar(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Boolean || value instanceof BigDecimal;
    }

    private static BigDecimal exact(String path, Number number) {
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        try {
            // For a binary fraction: the shortest text that names it, not its 50-digit expansion.
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException(path + ": " + number + " has no JSON form", notFinite);
        }
    }

    private static final class FrozenMap extends AbstractMap<String, @Nullable Object> {
        private final Map<String, @Nullable Object> entries;

        FrozenMap(Map<String, @Nullable Object> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public Set<Entry<String, @Nullable Object>> entrySet() {
            return entries.entrySet();
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return entries.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return entries.containsKey(key);
        }
    }

    private static final class FrozenList extends AbstractList<@Nullable Object> {
        private final @Nullable Object[] elements;

        FrozenList(@Nullable Object[] elements) {
            this.elements = elements;
        }

        @Override
        public @Nullable Object get(int index) {
            return elements[index];
        }

        @Override
        public int size() {
            return elements.length;
        }
    }
}
