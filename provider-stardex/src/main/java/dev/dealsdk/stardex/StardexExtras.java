package dev.dealsdk.stardex;

import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A caller's values under Stardex's names, handed out in the documented form and refused in any other. */
final class StardexExtras {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    private final String path;
    private final Map<String, @Nullable Object> values;
    private final CallScope scope;

    private StardexExtras(String path, Map<String, @Nullable Object> values, CallScope scope) {
        this.path = path;
        this.values = values;
        this.scope = scope;
    }

    /** @param path what the values are called in refusals */
    static StardexExtras of(String path, Map<?, ?> values, CallScope scope) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return new StardexExtras(path, copy, scope);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return read(name, "not text", value -> value instanceof String text && !text.isBlank() ? text : null);
    }

    Optional<String> oneOf(String name, Set<String> words) {
        return read(
                name,
                "not one of " + words.stream().sorted().toList(),
                value -> value instanceof String text && words.contains(text) ? text : null);
    }

    Optional<String> uuid(String name) {
        return text(name).map(id -> StardexIds.UUID.require(path + "." + name, id, scope));
    }

    Optional<String> currency(String name) {
        return read(
                name,
                "not an ISO 4217 code such as USD",
                value -> value instanceof String text && CURRENCY.matcher(text).matches() ? text : null);
    }

    Optional<String> uri(String name) {
        return read(
                name,
                "not a URI such as https://www.linkedin.com/company/acme",
                value -> value instanceof String text && isUri(text) ? text : null);
    }

    Optional<Boolean> bool(String name) {
        return read(name, "neither true nor false", value -> value instanceof Boolean bool ? bool : null);
    }

    Optional<BigDecimal> number(String name) {
        return read(name, "not a number", value -> value instanceof BigDecimal number ? number : null);
    }

    Optional<BigDecimal> notNegative(String name) {
        return read(
                name,
                "not a number from 0",
                value -> value instanceof BigDecimal number && number.signum() >= 0 ? number : null);
    }

    Optional<BigDecimal> percent(String name) {
        return read(
                name,
                "not a number from 0 to 100",
                value -> value instanceof BigDecimal number && number.signum() >= 0 && number.compareTo(HUNDRED) <= 0
                        ? number
                        : null);
    }

    /** A text, or a number as one. */
    Optional<String> textOrNumber(String name) {
        return read(name, "not text or a number", value -> {
            if (value instanceof BigDecimal number) {
                return JsonWriter.plain(path + "." + name, number);
            }
            return value instanceof String text ? text : null;
        });
    }

    Optional<List<String>> texts(String name) {
        return read(name, "not a list of texts", value -> value instanceof List<?> list ? allTexts(list) : null);
    }

    Optional<List<String>> uuids(String name) {
        Optional<List<String>> ids = texts(name);
        ids.ifPresent(all -> all.forEach(id -> StardexIds.UUID.require(path + "." + name, id, scope)));
        return ids;
    }

    /** The values of a map, read by {@code form}. */
    <T> Optional<T> map(String name, Function<StardexExtras, T> form) {
        Optional<Map<?, ?>> found = read(name, "not a map", value -> value instanceof Map<?, ?> map ? map : null);
        return found.map(map -> form.apply(of(path + "." + name, map, scope)));
    }

    /** Each map of a list, read by {@code form}. */
    <T> List<T> maps(String name, Function<StardexExtras, T> form) {
        Optional<List<?>> found =
                read(name, "not a list of maps", value -> value instanceof List<?> list ? list : null);
        List<T> maps = new ArrayList<>();
        for (Object element : found.orElse(List.of())) {
            if (!(element instanceof Map<?, ?> map)) {
                throw invalid(name, "is not a list of maps");
            }
            maps.add(form.apply(of(path + "." + name + "[" + maps.size() + "]", map, scope)));
        }
        return maps;
    }

    /** Refuses other names than these. */
    StardexExtras only(Collection<String> names) {
        List<FieldError> errors = values.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new FieldError(
                        path + "." + name, "is not documented by stardex; there are " + String.join(", ", names)))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException("", errors, scope.call().build(), null);
        }
        return this;
    }

    /** A refusal of one of these values. */
    InvalidRequestException invalid(String name, String message) {
        return scope.invalid(path + "." + name, message);
    }

    private <T> Optional<T> read(String name, String fault, Function<Object, @Nullable T> form) {
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        Object value = values.get(name);
        if (value == null) {
            throw invalid(name, "is null, which stardex does not document; leave it out");
        }
        T read = form.apply(value);
        if (read == null) {
            throw invalid(name, "is " + fault);
        }
        return Optional.of(read);
    }

    private static @Nullable List<String> allTexts(List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text) || text.isBlank()) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
