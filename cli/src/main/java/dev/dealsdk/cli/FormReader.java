package dev.dealsdk.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a JSON object one by one. All that is wrong with a document is told at once, with its path. */
final class FormReader {
    private final Map<String, @Nullable Object> rest;
    private final Set<String> known = new LinkedHashSet<>();
    private final String path;
    private final List<String> faults;

    private FormReader(Map<?, ?> fields, String path, List<String> faults) {
        this.rest = new LinkedHashMap<>();
        fields.forEach((name, value) -> rest.put(String.valueOf(name), value));
        this.path = path;
        this.faults = faults;
    }

    static FormReader of(Map<String, @Nullable Object> fields) {
        return new FormReader(fields, "", new ArrayList<>());
    }

    Optional<String> text(String name) {
        return taken(name, "a text", value -> value instanceof String text ? Optional.of(text) : Optional.empty());
    }

    Optional<BigDecimal> number(String name) {
        return taken(
                name, "a number", value -> value instanceof BigDecimal number ? Optional.of(number) : Optional.empty());
    }

    Optional<LocalDate> day(String name) {
        return taken(name, "a day such as \"2026-05-01\"", value -> {
            try {
                return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
            } catch (DateTimeException noDay) {
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        List<E> words = List.of(type.getEnumConstants());
        return taken(
                name,
                "one of " + words,
                value -> words.stream()
                        .filter(word -> word.name().equals(value))
                        .findFirst());
    }

    Optional<List<String>> texts(String name) {
        return taken(
                name,
                "a list of texts",
                value -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                        ? Optional.of(list.stream().map(String::valueOf).toList())
                        : Optional.empty());
    }

    Map<String, @Nullable Object> values(String name) {
        return taken(name, "an object", FormReader::map).orElse(Map.of());
    }

    private static Optional<Map<String, @Nullable Object>> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, one) -> copy.put(String.valueOf(key), one));
        return Optional.of(copy);
    }

    Optional<FormReader> object(String name) {
        return taken(name, "an object", FormReader::map)
                .map(fields -> new FormReader(fields, path + name + ".", faults));
    }

    Optional<List<FormReader>> objects(String name) {
        return taken(
                name,
                "a list of objects",
                value -> value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)
                        ? Optional.of(readers(name, list))
                        : Optional.empty());
    }

    private List<FormReader> readers(String name, List<?> objects) {
        List<FormReader> readers = new ArrayList<>();
        for (Object object : objects) {
            readers.add(new FormReader((Map<?, ?>) object, path + name + "[" + readers.size() + "].", faults));
        }
        return readers;
    }

    /** What those fields stand for that are null. They are taken. */
    <T> Set<T> nulls(Map<String, T> byName) {
        Set<T> nulls = new LinkedHashSet<>();
        byName.forEach((name, meaning) -> {
            if (rest.containsKey(name) && rest.get(name) == null) {
                rest.remove(name);
                nulls.add(meaning);
            }
        });
        return nulls;
    }

    <T> Optional<T> required(Optional<T> value, String name) {
        // What is there in another form is told already.
        if (value.isEmpty() && faults.stream().noneMatch(fault -> fault.startsWith(path + name + ":"))) {
            faults.add(path + name + ": is missing");
        }
        return value;
    }

    /** These fields are known, and have no place here. */
    void refuse(List<String> names, String why) {
        for (String name : names) {
            if (rest.containsKey(name)) {
                rest.remove(name);
                faults.add(path + name + ": " + why);
            }
        }
    }

    /** Notes what has not been taken. */
    void end() {
        for (String name : rest.keySet()) {
            List<String> meant = Nearest.to(name, known);
            faults.add(path + name + ": there is no such field; "
                    + (meant.isEmpty()
                            ? "there are " + String.join(", ", known)
                            : "did you mean " + String.join(" or ", meant) + "?"));
        }
        rest.clear();
    }

    /** As {@link #end()}, of the whole document. */
    void end(String source) {
        end();
        if (!faults.isEmpty()) {
            throw new UsageException(source + String.join("; ", faults));
        }
    }

    private <T> Optional<T> taken(String name, String form, Function<Object, Optional<T>> as) {
        known.add(name);
        Object value = rest.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = as.apply(value);
        if (read.isEmpty()) {
            faults.add(path + name + ": is not " + form);
        }
        return read;
    }
}
