package dev.dealsdk.cli;

import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The vendor's own fields. */
final class ExtrasOption {
    @Option(
            names = "--set",
            paramLabel = "key=json",
            description = {
                "A field under the vendor's own name, with its value as JSON; may be repeated.",
                "Texts keep their quotes: --set 'priority=\"high\"'."
            })
    private final List<String> settings = new ArrayList<>();

    Map<String, @Nullable Object> extras() {
        Map<String, @Nullable Object> extras = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--set " + setting + ": write key=json, such as --set 'priority=\"high\"'");
            }
            String key = setting.substring(0, equals);
            if (extras.containsKey(key)) {
                throw new UsageException("--set " + key + " is there twice");
            }
            extras.put(key, json(key, setting.substring(equals + 1)));
        }
        return extras;
    }

    private static @Nullable Object json(String key, String text) {
        try {
            JsonReader reader = JsonReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Object value = reader.value();
            if (isAtEnd(reader)) {
                return value;
            }
        } catch (UndecodableException | UncheckedIOException noJson) {
            throw new UsageException(notJson(key, text), noJson);
        }
        throw new UsageException(notJson(key, text));
    }

    private static String notJson(String key, String text) {
        return "--set " + key + ": " + text + " is not one JSON value; a text is written in quotes: --set '" + key
                + "=\"...\"'";
    }

    private static boolean isAtEnd(JsonReader reader) {
        try {
            boolean unused = reader.isNextArray();
            return false;
        } catch (UndecodableException end) {
            return true;
        }
    }
}
