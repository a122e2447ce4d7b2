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

    /** The name of a list's element in messages. */
    private static final String ELEMENT = "[]";

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
     * @param owner what the map is called in messages
     * @throws IllegalArgumentException if the value has no JSON form; the message says where it is
     */
    static @Nullable Object exact(String owner, String name, @Nullable Object value) {
        return isExact(value) ? value : exact(new Place(null, owner), name, value, 1);
    }

    private static @Nullable Object exact(Place owner, String name, @Nullable Object value, int depth) {
        if (value == null || isExact(value)) {
            return value;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    new Place(owner, name) + ": nested deeper than " + MAX_DEPTH + " levels");
        }
        if (value instanceof Number number) {
            return exactNumber(owner, name, number);
        }
        if (value instanceof Map<?, ?> map) {
            return exactMap(owner, name, map, depth);
        }
        if (value instanceof List<?> list) {
            Place place = new Place(owner, name);
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(nested -> copy.add(exact(place, ELEMENT, nested, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException(new Place(owner, name) + ": "
                + value.getClass().getName() + " has no JSON form; use String, Boolean, BigDecimal, List, Map or null");
    }

    /** A map in exact and immutable form. */
    static JsonMap exactMap(@Nullable Place owner, String name, Map<?, ? extends @Nullable Object> map, int depth) {
        Place place = new Place(owner, name);
        @Nullable Object[] pairs = new @Nullable Object[map.size() * 2];
        int length = 0;
        for (Map.Entry<?, ? extends @Nullable Object> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException(place + ": the key " + entry.getKey() + " is not a String");
            }
            pairs[length] = key;
            pairs[length + 1] = exact(place, key, entry.getValue(), depth + 1);
            length += 2;
        }
        return JsonMap.ofPairs(pairs);
    }

    private static BigDecimal exactNumber(Place owner, String name, Number number) {
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        try {
            // For a binary fraction: the shortest text that names it, not its 50-digit expansion.
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException(new Place(owner, name) + ": " + number + " has no JSON form", notFinite);
        }
    }

    /** Where a value is: written out only for a message. The outermost owner may be without a name. */
    record Place(@Nullable Place owner, String name) {
        @Override
        public String toString() {
            if (owner == null) {
                return name;
            }
            String place = owner.toString();
            return place.isEmpty() || name.equals(ELEMENT) ? place + name : place + "." + name;
        }
    }
}
