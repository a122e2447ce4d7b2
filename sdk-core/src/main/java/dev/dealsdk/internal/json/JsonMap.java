package dev.dealsdk.internal.json;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: immutable, in its order, null values kept, each value in the form of {@link JsonValues}. A few fields take a
 * quarter of a LinkedHashMap's memory.
 */
public final class JsonMap extends FrozenMap {
    /** Up to this many entries are searched one by one. */
    private static final int SEARCHED = 8;

    /** Room for four entries: most maps have fewer. */
    private static final int SMALLEST = 8;

    private static final JsonMap EMPTY = new JsonMap(new @Nullable Object[0], 0);

    /** Name, value, name, value; what is behind the length is unused. */
    private final @Nullable Object[] pairs;

    private final int length;

    private final @Nullable Map<Object, Integer> places;

    private JsonMap(@Nullable Object[] pairs, int length) {
        this.pairs = pairs;
        this.length = length;
        this.places = length > 2 * SEARCHED ? placesOf(pairs, length) : null;
    }

    /** The one without entries. */
    public static JsonMap empty() {
        return EMPTY;
    }

    /**
     * The same entries; the same map if it is one already.
     *
     * @param owner what the map is called in messages
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public static JsonMap of(String owner, Map<String, ? extends @Nullable Object> entries) {
        return entries instanceof JsonMap map ? map : JsonValues.exactMap(null, owner, entries, 0);
    }

    /**
     * A map of one entry.
     *
     * @throws IllegalArgumentException if the value has no JSON form; the message says where it is
     */
    public static JsonMap single(String name, Object value) {
        return ofPairs(new @Nullable Object[] {name, JsonValues.exact("", name, value)});
    }

    /** A map of these pairs, each a name and an exact value, no name twice. */
    static JsonMap ofPairs(@Nullable Object[] pairs) {
        return pairs.length == 0 ? EMPTY : new JsonMap(pairs, pairs.length);
    }

    /** A builder with no entries. */
    public static Builder builder() {
        return new Builder();
    }

    private static Map<Object, Integer> placesOf(@Nullable Object[] pairs, int length) {
        Map<Object, Integer> places = new HashMap<>(length);
        for (int i = 0; i < length; i += 2) {
            places.put(String.valueOf(pairs[i]), i);
        }
        return places;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = placeOf(name);
        return place < 0 ? null : pairs[place + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return placeOf(name) >= 0;
    }

    @Override
    public int size() {
        return length / 2;
    }

    private int placeOf(@Nullable Object name) {
        return name == null ? -1 : places == null ? search(pairs, length, name) : places.getOrDefault(name, -1);
    }

    private static int search(@Nullable Object[] pairs, int length, Object name) {
        for (int i = 0; i < length; i += 2) {
            if (name.equals(pairs[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Collections.unmodifiableSet(new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return new Entries(pairs, length);
            }

            @Override
            public int size() {
                return length / 2;
            }
        });
    }

    private static final class Entries implements Iterator<Entry<String, @Nullable Object>> {
        private final @Nullable Object[] pairs;
        private final int length;
        private int next;

        Entries(@Nullable Object[] pairs, int length) {
            this.pairs = pairs;
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return next < length;
        }

        @Override
        public Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return new SimpleImmutableEntry<>(String.valueOf(pairs[next - 2]), pairs[next - 1]);
        }
    }

    /** Collects entries; the last one of a name counts, at the place of the first. */
    public static final class Builder {
        private @Nullable Object[] pairs = EMPTY.pairs;
        private int length;
        /** A map that may be handed out again, since nothing has been added to it. */
        private @Nullable JsonMap built = EMPTY;

        private @Nullable Map<Object, Integer> places;

        private Builder() {}

        /**
         * Adds an entry, or replaces the value of its name.
         *
         * @param owner what the map is called in messages
         * @throws IllegalArgumentException if the value has no JSON form; the message says where it is
         */
        public void put(String owner, String name, @Nullable Object value) {
            putExact(name, JsonValues.exact(owner, name, value));
        }

        /** Adds an entry whose value a parser has made, or replaces the value of its name. */
        public void putExact(String name, @Nullable Object value) {
            int place = placeOf(name);
            if (built != null || length == pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.max(SMALLEST, length == pairs.length ? length * 2 : pairs.length));
                built = null;
            }
            if (place >= 0) {
                pairs[place + 1] = value;
                return;
            }
            pairs[length] = name;
            pairs[length + 1] = value;
            if (places != null) {
                places.put(name, length);
            }
            length += 2;
        }

        private int placeOf(String name) {
            if (length <= 2 * SEARCHED) {
                return search(pairs, length, name);
            }
            if (places == null) {
                places = placesOf(pairs, length);
            }
            return places.getOrDefault(name, -1);
        }

        /** Adds all entries of a map, each like {@link #put(String, String, Object)}. */
        public void putAll(String owner, Map<String, ? extends @Nullable Object> entries) {
            if (entries.isEmpty()) {
                return;
            }
            if (length == 0) {
                JsonMap map = JsonMap.of(owner, entries);
                pairs = map.pairs;
                length = map.length;
                built = map;
            } else {
                entries.forEach((name, value) -> put(owner, name, value));
            }
        }

        /** A map of the entries so far. */
        public JsonMap build() {
            if (built == null) {
                built = new JsonMap(pairs, length);
            }
            return built;
        }

        /** A map of the entries so far, which are none from now on; what they were collected in is used again. */
        public JsonMap buildAndClear() {
            JsonMap map = built;
            if (map != null) {
                pairs = EMPTY.pairs;
                built = EMPTY;
            } else {
                map = length == 0 ? EMPTY : new JsonMap(Arrays.copyOf(pairs, length), length);
                Arrays.fill(pairs, 0, length, null);
            }
            length = 0;
            places = null;
            return map;
        }
    }
}
