package dev.dealsdk.testkit.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named places, such as {@code /v1/deals/{id}/move}. */
public record PathTemplate(String text) {

    /** The decoded values of the named places in path order, or empty when the path is another one. */
    public Optional<Map<String, String>> match(String path) {
        List<String> expected = segments(text);
        List<String> actual = segments(path);
        if (expected.size() != actual.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            String name = expected.get(i);
            String value = decode(actual.get(i));
            if (isPlace(name) && !value.isEmpty()) {
                values.put(name.substring(1, name.length() - 1), value);
            } else if (!name.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** How many segments are left open; of two templates that match, the one with fewer places is meant. */
    public int places() {
        return (int) segments(text).stream().filter(PathTemplate::isPlace).count();
    }

    private static boolean isPlace(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String decode(String segment) {
        try {
            // The decoder is one for forms, where a plus means a space; in a path it means itself.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
