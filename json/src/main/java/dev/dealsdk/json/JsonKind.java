package dev.dealsdk.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value in JSON, written and read.
 *
 * @param <V> its type in Java
 */
interface JsonKind<V> {
    /** Of a whole number that is written out. */
    int MAX_DIGITS = 64;

    JsonKind<String> TEXT = of("a text", text -> text, String.class, text -> text);

    JsonKind<BigDecimal> NUMBER = of("a number", JsonKind::plain, BigDecimal.class, JsonKind::plain);

    JsonKind<Integer> WHOLE = of("a whole number", BigDecimal::valueOf, BigDecimal.class, BigDecimal::intValueExact);

    JsonKind<Long> LONG_WHOLE = of("a whole number", BigDecimal::valueOf, BigDecimal.class, BigDecimal::longValueExact);

    JsonKind<Boolean> FLAG = of("true or false", flag -> flag, Boolean.class, flag -> flag);

    JsonKind<LocalDate> DAY = of("a day such as \"2026-05-01\"", LocalDate::toString, String.class, LocalDate::parse);

    JsonKind<Instant> MOMENT =
            of("a moment such as \"2026-05-01T09:30:00Z\"", Instant::toString, String.class, Instant::parse);

    /** Any JSON object, as of {@code extras}. */
    JsonKind<Map<String, @Nullable Object>> OBJECT = new JsonKind<>() {
        @Override
        public Object write(Map<String, @Nullable Object> value) {
            return Objects.requireNonNull(json(value));
        }

        @Override
        public Map<String, @Nullable Object> read(Object json, JsonPlace at) {
            Map<String, @Nullable Object> fields = JsonKind.fields(json, at);
            fields.replaceAll((name, value) -> json(value));
            return fields;
        }
    };

    /** In JSON as JDK types. */
    Object write(V value);

    /**
     * The value that the JSON stands for.
     *
     * @throws dev.dealsdk.json.JsonFormException if it stands for none
     */
    V read(Object json, JsonPlace at);

    private static <V, J> JsonKind<V> of(
            String expected, Function<V, Object> write, Class<J> type, Function<J, V> read) {
        return new JsonKind<>() {
            @Override
            public Object write(V value) {
                return write.apply(value);
            }

            @Override
            public V read(Object json, JsonPlace at) {
                if (!type.isInstance(json)) {
                    throw at.expected(expected, json);
                }
                try {
                    return read.apply(type.cast(json));
                } catch (DateTimeException | ArithmeticException | IllegalArgumentException unfit) {
                    throw at.expected(expected, json);
                }
            }
        };
    }

    /** One of the constants of an enum, by its name. */
    static <E extends Enum<E>> JsonKind<E> word(Class<E> type) {
        return word(type, Enum::name);
    }

    /** One of the constants of an enum. */
    static <E extends Enum<E>> JsonKind<E> word(Class<E> type, Function<E, String> word) {
        Map<String, E> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(word, constant -> constant, (one, other) -> one, LinkedHashMap::new));
        return of("one of " + String.join(", ", constants.keySet()), word::apply, String.class, text -> {
            E constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    /** A list of such values, none of them null. */
    static <V> JsonKind<List<V>> listOf(JsonKind<V> element) {
        return new JsonKind<>() {
            @Override
            public Object write(List<V> values) {
                return JsonKind.written(values, element);
            }

            @Override
            public List<V> read(Object json, JsonPlace at) {
                return JsonKind.elements(json, element, at);
            }
        };
    }

    /** A list of such values, each of them once. */
    static <V> JsonKind<Set<V>> setOf(JsonKind<V> element) {
        return new JsonKind<>() {
            @Override
            public Object write(Set<V> values) {
                return JsonKind.written(values, element);
            }

            @Override
            public Set<V> read(Object json, JsonPlace at) {
                return new LinkedHashSet<>(JsonKind.elements(json, element, at));
            }
        };
    }

    /** An object whose fields are named by values that are written as texts. */
    static <K, V> JsonKind<Map<K, V>> mapOf(JsonKind<K> key, JsonKind<V> element) {
        return new JsonKind<>() {
            @Override
            public Object write(Map<K, V> values) {
                Map<Object, Object> fields = new LinkedHashMap<>();
                values.forEach((name, value) -> fields.put(key.write(name), element.write(value)));
                return fields;
            }

            @Override
            public Map<K, V> read(Object json, JsonPlace at) {
                Map<K, V> values = new LinkedHashMap<>();
                JsonKind.fields(json, at).forEach((name, value) -> {
                    JsonPlace place = at.field(name);
                    values.put(key.read(name, place), element.read(place.present(value), place));
                });
                return values;
            }
        };
    }

    /** An object field by field. */
    static Map<String, @Nullable Object> fields(Object json, JsonPlace at) {
        if (!(json instanceof Map<?, ? extends @Nullable Object> object)) {
            throw at.expected("an object", json);
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }

    /** The same JSON without exponents: 1E+3 is written as 1000. */
    static @Nullable Object json(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(json(element)));
            return copy;
        }
        if (value instanceof Map<?, ? extends @Nullable Object> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(String.valueOf(name), json(element)));
            return copy;
        }
        return value;
    }

    /** Up to a length that anybody would write: 1E+2000000000 stays as it is. */
    private static BigDecimal plain(BigDecimal number) {
        boolean isShort = number.precision() - (long) number.scale() <= MAX_DIGITS;
        return number.scale() < 0 && isShort ? number.setScale(0) : number;
    }

    private static <V> List<Object> written(Collection<V> values, JsonKind<V> element) {
        return values.stream().map(element::write).toList();
    }

    private static <V> List<V> elements(Object json, JsonKind<V> element, JsonPlace at) {
        if (!(json instanceof List<?> list)) {
            throw at.expected("a list", json);
        }
        List<V> values = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            JsonPlace place = at.element(i);
            values.add(element.read(place.present(list.get(i)), place));
        }
        return values;
    }
}
