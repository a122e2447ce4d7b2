package dev.dealsdk.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Maps a type to a JSON object, with its fields in the order in which they are written. On reading, null counts as an
 * absent field.
 *
 * @param <T> the type
 * @param <B> its builder
 */
final class JsonForm<T, B> implements JsonKind<T> {
    private final Supplier<B> newBuilder;
    private final Function<B, T> build;
    private final Map<String, Field<T, B>> fields = new LinkedHashMap<>();

    private JsonForm(Supplier<B> newBuilder, Function<B, T> build) {
        this.newBuilder = newBuilder;
        this.build = build;
    }

    /**
     * One field. A getter that returns null omits the field on writing; a field without a setter is ignored on reading.
     */
    private record Field<T, B>(
            Function<T, @Nullable Object> get, @Nullable Setter<B> set, boolean mandatory) {}

    private interface Setter<B> {
        void set(B builder, Object json, JsonPlace at);
    }

    static <T, B> JsonForm<T, B> of(Supplier<B> newBuilder, Function<B, T> build) {
        return new JsonForm<>(newBuilder, build);
    }

    /** Adds a field that must be present on reading. */
    <V> JsonForm<T, B> mandatory(String name, JsonKind<V> kind, Function<T, V> get, BiFunction<B, V, ?> set) {
        return add(name, value -> kind.write(get.apply(value)), kind, set, true);
    }

    /** Adds a field that is always written and may be absent on reading: lists, maps and flags. */
    <V> JsonForm<T, B> always(String name, JsonKind<V> kind, Function<T, V> get, BiFunction<B, V, ?> set) {
        return add(name, value -> kind.write(get.apply(value)), kind, set, false);
    }

    /** Adds such a field whose written form differs from the form that is read. */
    <V> JsonForm<T, B> written(
            String name, Function<T, @Nullable Object> write, JsonKind<V> kind, BiFunction<B, V, ?> set) {
        return add(name, write, kind, set, false);
    }

    /** Adds a field that is omitted if it is empty. */
    <V> JsonForm<T, B> optional(String name, JsonKind<V> kind, Function<T, Optional<V>> get, BiFunction<B, V, ?> set) {
        return add(name, value -> get.apply(value).map(kind::write).orElse(null), kind, set, false);
    }

    /** Adds a field that is derived from others, and is ignored on reading. */
    JsonForm<T, B> derived(String name, Function<T, @Nullable Object> get) {
        fields.put(name, new Field<>(get, null, false));
        return this;
    }

    private <V> JsonForm<T, B> add(
            String name,
            Function<T, @Nullable Object> get,
            JsonKind<V> kind,
            BiFunction<B, V, ?> set,
            boolean mandatory) {
        Setter<B> setter = (builder, json, at) -> {
            Object unused = set.apply(builder, kind.read(json, at));
        };
        fields.put(name, new Field<>(get, setter, mandatory));
        return this;
    }

    @Override
    public Map<String, @Nullable Object> write(T value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object json = field.get().apply(value);
            if (json != null) {
                object.put(name, json);
            }
        });
        return object;
    }

    @Override
    public T read(Object json, JsonPlace at) {
        return build(fill(JsonKind.fields(json, at), at), at);
    }

    /** Returns a builder with the fields of an object. */
    B fill(Map<String, @Nullable Object> object, JsonPlace at) {
        B builder = newBuilder.get();
        object.forEach((name, json) -> {
            Field<T, B> field = fields.get(name);
            if (field == null) {
                at.unknown(name, fields.keySet());
            } else if (json != null && field.set() != null) {
                set(field.set(), builder, json, at.field(name));
            }
        });
        fields.forEach((name, field) -> {
            if (field.mandatory() && object.get(name) == null) {
                throw at.field(name).fault("is missing");
            }
        });
        return builder;
    }

    T build(B builder, JsonPlace at) {
        try {
            return build.apply(builder);
        } catch (IllegalArgumentException refused) {
            throw at.fault(String.valueOf(refused.getMessage()));
        }
    }

    private static <B> void set(Setter<B> setter, B builder, Object json, JsonPlace at) {
        try {
            setter.set(builder, json, at);
        } catch (IllegalArgumentException refused) {
            throw at.fault(String.valueOf(refused.getMessage()));
        }
    }
}
