package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dealsdk.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one JSON object in the order of the calls. Not thread-safe. */
public final class JsonWriter {
    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /**
     * {@return an object as UTF-8 encoded JSON}
     *
     * @param fields writes the fields of the object
     */
    public static byte[] object(Consumer<JsonWriter> fields) {
        return bytesOf(fields).toByteArray();
    }

    /**
     * {@return a number in plain notation, such as 1200 and not 1.2E+3}
     *
     * @param field the name of the number in the message of the exception
     * @param number a number with at most 1,000 digits in plain notation
     * @throws IllegalArgumentException if the number has more digits; {@code 1e99999999}, for example, would exhaust
     *     the memory
     */
    public static String plain(String field, BigDecimal number) {
        if (!Json.isPlain(number)) {
            throw new IllegalArgumentException(
                    field + ": is a number of more than " + Json.MAX_NUMBER_LENGTH + " digits when it is written out");
        }
        return number.toPlainString();
    }

    /** Does the same as {@link #object(Consumer)} without a copy. */
    static ByteBuffer buffer(Consumer<JsonWriter> fields) {
        return bytesOf(fields).buffer();
    }

    private static Bytes bytesOf(Consumer<JsonWriter> fields) {
        Bytes bytes = new Bytes();
        try (JsonGenerator generator = Json.FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            fields.accept(new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes;
    }

    /**
     * Writes a text, or nothing if it is empty.
     *
     * @param name the name of the field
     * @param value the value of the field
     * @return this writer
     */
    public JsonWriter string(String name, Optional<String> value) {
        return value.isPresent() ? value(name, value.get()) : this;
    }

    /**
     * Writes an exact number, or nothing if it is empty.
     *
     * @param name the name of the field
     * @param value the value of the field, written with all its digits
     * @return this writer
     */
    public JsonWriter decimal(String name, Optional<BigDecimal> value) {
        return value.isPresent() ? value(name, value.get()) : this;
    }

    /**
     * Writes an object.
     *
     * @param name the name of the field
     * @param fields writes the fields of the object
     * @return this writer
     */
    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        try {
            generator.writeObjectFieldStart(name);
            fields.accept(this);
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /**
     * Writes an array of objects.
     *
     * @param <T> the type from which each object is written
     * @param name the name of the field
     * @param elements the elements in the order of the array
     * @param fields writes the fields of one object
     * @return this writer
     */
    public <T> JsonWriter objects(String name, Collection<T> elements, BiConsumer<JsonWriter, T> fields) {
        try {
            generator.writeArrayFieldStart(name);
            for (T element : elements) {
                generator.writeStartObject();
                fields.accept(this, element);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /**
     * Writes any JSON value.
     *
     * @param name the name of the field
     * @param value a String, Boolean, {@link BigDecimal}, List, Map or null
     * @return this writer
     * @throws IllegalArgumentException if the value has another type
     */
    public JsonWriter value(String name, @Nullable Object value) {
        try {
            generator.writeFieldName(name);
            writeValue(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /**
     * Writes all entries of a map as fields.
     *
     * @param fields the values by name, as in {@link #value}
     * @return this writer
     * @throws IllegalArgumentException if a value has another type
     */
    public JsonWriter values(Map<String, ? extends @Nullable Object> fields) {
        fields.forEach(this::value);
        return this;
    }

    private void writeValue(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(element);
            }
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                writeValue(entry.getValue());
            }
            generator.writeEndObject();
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form");
        }
    }

    /** Exposes the written bytes without a copy. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            // The generator writes all of it at once, as most bodies are short: then it becomes as large as they are.
            super(0);
        }

        ByteBuffer buffer() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
