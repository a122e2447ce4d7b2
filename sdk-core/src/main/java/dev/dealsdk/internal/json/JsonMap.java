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

/** A JSON object: immutable, in its order, null values kept. A few fields take a quarter of a LinkedHashMap's memory. */
public final class JsonMap extends FrozenMap {
    /** Up to this many entries are searched one by one. */
    private static final int SEARCHED = 8;

    private static final JsonMap EMPTY = new JsonMap(new @Nullable Object[0]);

    /** Name, value, name, value. */
    private final @Nullable Object[] pairs;

    private final @Nullable Map<Object, Integer> places;

    private JsonMap(@Nullable Object[] pairs) {
        this.pairs = pairs;
        this.places = pairs.length > 2 * SEARCHED ? placesOf(pairs) : null;
    }

    /** The one without entries. */
    public static JsonMap empty() {
        return EMPTY;
    }

    /** The same entries; the same map if it is one already. */
    public static JsonMap of(Map<String, ? extends @Nullable Object> entries) {
        if (entries instanceof JsonMap map) {
            return map;
        }
        Builder builder = new Builder();
        builder.putAll(entries);
        return builder.build();
    }

    /** A builder with no entries. */
    public static Builder builder() {
        return new Builder();
    }

    private static Map<Object, Integer> placesOf(@Nullable Object[] pairs) {
        Map<Object, Integer> places = new HashMap<>(pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
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
        return pairs.length / 2;
    }

    private int placeOf(@Nullable Object name) {
        return name == null ? -1 : places == null ? search(pairs, pairs.length, name) : places.getOrDefault(name, -1);
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
                return new Entries(pairs);
            }

            @Override
            public int size() {
                return pairs.length / 2;
            }
        });
    }

    private static final class Entries implements Iterator<Entry<String, @Nullable Object>> {
        private final @Nullable Object[] pairs;
        private int next;

        Entries(@Nullable Object[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public boolean hasNext() {
            return next < pairs.length;
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

        /** Adds an entry, or replaces the value of its name. */
        public void put(String name, @Nullable Object value) {
            int place = placeOf(name);
            if (built != null || length == pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.max(4, place < 0 && length == pairs.length ? length * 2 : length));
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
                places = placesOf(Arrays.copyOf(pairs, length));
            }
            return places.getOrDefault(name, -1);
        }

        /** Adds all entries of a map. */
        public void putAll(Map<String, ? extends @Nullable Object> entries) {
            if (length == 0 && entries instanceof JsonMap map) {
                pairs = map.pairs;
                length = pairs.length;
                built = map;
            } else if (!entries.isEmpty()) {
                entries.forEach(this::put);
            }
        }

        /** Forgets all entries. */
        public void clear() {
            pairs = EMPTY.pairs;
            length = 0;
            built = EMPTY;
            places = null;
        }

        /** A map of the entries so far. */
        public JsonMap build() {
            if (built == null) {
                built = new JsonMap(pairs.length == length ? pairs : Arrays.copyOf(pairs, length));
                pairs = built.pairs;
            }
            return built;
        }
    }
}
