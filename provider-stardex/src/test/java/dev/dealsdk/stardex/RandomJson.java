package dev.dealsdk.stardex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON of any shape, the same for the same seed, written without the SDK's own writer. */
final class RandomJson {
    private static final List<String> NUMBERS = List.of(
            "0", "-0.10", "0.1", "1e2", "1E-7", "1234.56", "9007199254740993", "-12345678901234567890.123", "75000.00");
    private static final List<String> TEXTS =
            List.of("", "annual", "2026-04-15", "São Paulo", "\uD83D\uDE00", "null", "5", "a.b/c");

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    /**
     * JSON text, and what it means.
     *
     * @param value as JDK types
     */
    record Sample(String text, @Nullable Object value) {}

    Sample object() {
        return object(3);
    }

    private Sample object(int depth) {
        List<String> members = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Sample member = value(depth - 1);
            String name = "field_" + i;
            members.add("\"" + name + "\" : " + member.text());
            values.put(name, member.value());
        }
        return new Sample("{" + String.join(" ,", members) + "}", values);
    }

    private Sample array(int depth) {
        List<String> elements = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Sample element = value(depth - 1);
            elements.add(element.text());
            values.add(element.value());
        }
        return new Sample("[" + String.join(", ", elements) + "]", values);
    }

    private Sample value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Sample("null", null);
            case 1 -> random.nextBoolean() ? new Sample("true", true) : new Sample("false", false);
            case 2 -> number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> object(depth);
            default -> array(depth);
        };
    }

    private static Sample number(String text) {
        return new Sample(text, new BigDecimal(text));
    }

    private static Sample text(String text) {
        return new Sample("\"" + text + "\"", text);
    }
}
