package dev.dealsdk.cli;

import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON from the command line or from a file. */
final class JsonArguments {
    private static final Path STANDARD_INPUT = Path.of("-");

    private JsonArguments() {}

    /** The values of {@code key=json} options, in their order. */
    static Map<String, @Nullable Object> pairs(String option, List<String> settings) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new UsageException(option + " " + setting + ": not in the form key=json; write for example "
                        + option + " 'priority=\"high\"'");
            }
            String key = setting.substring(0, equals);
            if (values.containsKey(key)) {
                throw new UsageException(option + " " + key + " is given twice");
            }
            values.put(key, value(option, key, setting.substring(equals + 1)));
        }
        return values;
    }

    private static @Nullable Object value(String option, String key, String text) {
        try {
            return value(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UndecodableException | UncheckedIOException noJson) {
            throw new UsageException(
                    option + " " + key + ": " + text + " is not a single JSON value; strings need quotes: " + option
                            + " '" + key + "=\"...\"'",
                    noJson);
        }
    }

    /** The single JSON object of a file, or of standard input if the path is a dash. */
    static Map<String, @Nullable Object> object(String option, Path file) {
        try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file)) {
            if (value(in) instanceof Map<?, ?> object) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(String.valueOf(name), value));
                return fields;
            }
            throw new UsageException(option + " " + file + ": not a JSON object");
        } catch (UndecodableException | UncheckedIOException noJson) {
            throw new UsageException(
                    option + " " + file + ": not a single JSON object: " + noJson.getMessage(), noJson);
        } catch (NoSuchFileException missing) {
            throw new UsageException(option + " " + file + ": file not found", missing);
        } catch (AccessDeniedException denied) {
            throw new UsageException(option + " " + file + ": permission denied", denied);
        } catch (IOException unreadable) {
            throw new UsageException(option + " " + file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static @Nullable Object value(InputStream in) {
        JsonReader reader = JsonReader.of(in);
        Object value = reader.value();
        if (!isAtEnd(reader)) {
            throw new UndecodableException("unexpected content after the value");
        }
        return value;
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
