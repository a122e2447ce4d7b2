package dev.dealsdk.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON as String, Boolean, {@link BigDecimal}, List, Map and null: the form in which {@code customFields} and {@code extras}
 * are read back. What a caller passes is brought into it, copied deeply so that nobody can change it afterwards.
 */
final class JsonValues {
    private static final int MAX_DEPTH = 100;

    private JsonValues() {}

    /** Whether {@link #exact} has nothing left to do. */
    private static boolean isExact(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof BigDecimal
                || value instanceof JsonMap
                || value instanceof Boolean;
    }

    /**
     * The value of one field in exact and immutable form; costs nothing when it is in that form already.
     *
     * @param owner what the map is called in messages; may be empty
     * @throws IllegalArgumentException if the value has no JSON form; the message says where it is
     */
    static @Nullable Object exact(String owner, String name, @Nullable Object value) {
        return isExact(value) ? value : exact(owner.isEmpty() ? name : owner + "." + name, value, 1);
    }

    private static @Nullable Object exact(String path, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(path + ": nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value == null || isExact(value)) {
            return value;
        }
        if (value instanceof Number number) {
            return exactNumber(path, number);
        }
        if (value instanceof Map<?, ?> map) {
            JsonMap.Builder copy = JsonMap.builder();
            map.forEach((key, nested) -> {
                if (!(key instanceof String name)) {
                    throw new IllegalArgumentException(path + ": the key " + key + " is not a String");
                }
                copy.putExact(name, exact(path + "." + name, nested, depth + 1));
            });
            return copy.build();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(nested -> copy.add(exact(path + "[]", nested, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException(path + ": " + value.getClass().getName()
                + " has no JSON form; use String, Boolean, BigDecimal, List, Map or null");
    }

    private static BigDecimal exactNumber(String path, Number number) {
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
}
