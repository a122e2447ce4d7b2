package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.json.JsonMap;
import dev.dealsdk.internal.json.JsonSource;
import dev.dealsdk.internal.json.RecentTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document from the stream, forward only: nothing is held but what the caller keeps.
 *
 * <p>Used by one thread. Broken JSON and failures of the connection surface as {@link UncheckedIOException}, which the
 * transport turns into the exception a caller sees.
 */
public final class JsonReader implements AutoCloseable {
    private final JsonSource source;
    private final JsonParser parser;
    private final List<JsonRecord> records = new ArrayList<>(4);
    private int openRecords;
    private @Nullable JsonToken peeked;
    /** From the first array of objects on: in a single one hardly any text comes twice. */
    private @Nullable RecentTexts texts;
    /** What the last map was collected in. */
    private JsonMap.@Nullable Builder spareMap;

    private JsonReader(JsonSource source) {
        this.source = source;
        this.parser = source.parser();
    }

    /**
     * {@return a reader before the first value of a document}
     *
     * @param in JSON in UTF-8; read as far as the document is, and never closed
     */
    public static JsonReader of(InputStream in) {
        return new JsonReader(new JsonSource(in));
    }

    /**
     * Tells, without reading it, whether the next value is an array; for answers that come in more than one shape.
     *
     * @return whether it is one
     * @throws UndecodableException if there is no value
     */
    public boolean isNextArray() {
        peeked = advance();
        return peeked == JsonToken.START_ARRAY;
    }

    /**
     * Reads an object field by field.
     *
     * @param <T> what it becomes
     * @param fields asks the record for its fields until there are none left; the record is of no use after that
     * @return what {@code fields} returned
     * @throws UndecodableException if the next value is not an object
     */
    public <T> T object(Function<JsonRecord, T> fields) {
        JsonToken token = advance();
        if (token != JsonToken.START_OBJECT) {
            throw new UndecodableException("a JSON object was expected, but there is " + describe(token));
        }
        return complete(fields);
    }

    /**
     * Reads an array of objects. An element that is no object, or that {@code fields} calls undecodable, costs itself
     * alone.
     *
     * @param <T> what each element becomes
     * @param fields asks the record of one element for its fields until there are none left
     * @param problems told of each element that could not be read
     * @return what could be read, in order; unmodifiable
     * @throws UndecodableException if the next value is not an array
     */
    public <T> List<T> objects(Function<JsonRecord, T> fields, Consumer<RecordProblem> problems) {
        JsonToken token = advance();
        if (token != JsonToken.START_ARRAY) {
            throw new UndecodableException("a JSON array was expected, but there is " + describe(token));
        }
        return elements(fields, problems);
    }

    /** Reads the elements of an array whose opening bracket has been read. */
    <T> List<T> elements(Function<JsonRecord, T> fields, Consumer<RecordProblem> problems) {
        List<T> elements = new ArrayList<>();
        if (texts == null) {
            texts = new RecentTexts();
        }
        // Inside of a record whose text is kept, that one's beginning must stay.
        boolean outermost = !source.isKeeping();
        if (outermost) {
            source.keepFrom(source.tokenOffset());
        }
        int index = 0;
        for (JsonToken token = advance(); token != JsonToken.END_ARRAY; token = advance()) {
            long start = source.tokenOffset();
            if (outermost) {
                source.keepFrom(start);
            }
            try {
                elements.add(element(token, fields));
            } catch (UndecodableException undecodable) {
                problems.accept(RecordProblem.builder()
                        .index(index)
                        .message(String.valueOf(undecodable.getMessage()))
                        .rawJson(source.textFrom(start))
                        .build());
            }
            index++;
        }
        if (outermost) {
            source.keepNothing();
        }
        return Collections.unmodifiableList(elements);
    }

    private <T> T element(JsonToken token, Function<JsonRecord, T> fields) {
        if (token != JsonToken.START_OBJECT) {
            skip();
            throw new UndecodableException("not a JSON object but " + describe(token));
        }
        return complete(fields);
    }

    /** Reads an object whose opening brace has been read, and passes over what {@code fields} leaves of it. */
    <T> T complete(Function<JsonRecord, T> fields) {
        int depth = parser.getParsingContext().getNestingDepth();
        T read;
        try {
            read = fields.apply(openRecord());
        } catch (UndecodableException undecodable) {
            leave(depth);
            throw undecodable;
        } finally {
            openRecords--;
        }
        leave(depth);
        return read;
    }

    /** The same few for all objects of a document, one for each level. */
    private JsonRecord openRecord() {
        if (openRecords == records.size()) {
            records.add(new JsonRecord(this));
        }
        JsonRecord record = records.get(openRecords++);
        record.open();
        return record;
    }

    private void leave(int depth) {
        while (parser.getParsingContext().getNestingDepth() >= depth) {
            advance();
        }
    }

    /** {@return any value as String, Boolean, {@link BigDecimal}, unmodifiable List or Map, or null} */
    public @Nullable Object value() {
        advance();
        return currentValue();
    }

    /** {@return the whole document as of {@link #value()}; empty when there is none, or it is null} */
    public Optional<Object> document() {
        try {
            boolean begun = peeked != null;
            peeked = null;
            return !begun && parser.nextToken() == null ? Optional.empty() : Optional.ofNullable(currentValue());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The value whose first token has been read. */
    @Nullable
    Object currentValue() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> currentText().get();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> currentNumber();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_ARRAY -> currentList();
            case START_OBJECT -> currentMap();
            default -> throw new IllegalStateException("not before a value: " + parser.currentToken());
        };
    }

    /** The number that has been read. */
    BigDecimal currentNumber() {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyondAllBounds) {
            throw new UndecodableException("a number's exponent is beyond all bounds");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<@Nullable Object> currentList() {
        List<@Nullable Object> list = new ArrayList<>();
        while (advance() != JsonToken.END_ARRAY) {
            list.add(currentValue());
        }
        return Collections.unmodifiableList(list);
    }

    Map<String, @Nullable Object> currentMap() {
        JsonMap.Builder map = spareMap == null ? JsonMap.builder() : spareMap;
        // Not to be had by the maps within this one.
        spareMap = null;
        while (advance() != JsonToken.END_OBJECT) {
            String name = fieldName();
            advance();
            map.putExact(name, currentValue());
        }
        JsonMap read = map.buildAndClear();
        spareMap = map;
        return read;
    }

    /** The text that has been read. */
    Optional<String> currentText() {
        try {
            return texts == null ? Optional.of(parser.getText()) : texts.textOf(parser);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads the elements of an array whose opening bracket has been read.
     *
     * @param owner whose field it is; keeps the whole array as a value if one of them cannot be read
     * @return null then
     */
    <T> @Nullable List<T> allElements(Function<JsonRecord, T> fields, JsonRecord owner, String field) {
        boolean outermost = !source.isKeeping();
        long start = source.tokenOffset();
        if (outermost) {
            source.keepFrom(start);
        }
        int depth = parser.getParsingContext().getNestingDepth();
        List<T> read = new ArrayList<>(2);
        boolean all = true;
        for (JsonToken token = advance(); all && token != JsonToken.END_ARRAY; token = all ? advance() : token) {
            try {
                read.add(element(token, fields));
            } catch (UndecodableException undecodable) {
                all = false;
            }
        }
        if (!all) {
            leave(depth);
            owner.put(field, valueOf(source.bytesFrom(start)));
        }
        if (outermost) {
            source.keepNothing();
        }
        return all ? Collections.unmodifiableList(read) : null;
    }

    private static Object valueOf(byte[] json) {
        try (JsonReader again = of(new ByteArrayInputStream(json))) {
            return Objects.requireNonNull(again.value());
        }
    }

    /** Gives back what reading took; the stream stays open. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonParser parser() {
        return parser;
    }

    JsonToken advance() {
        JsonToken ahead = peeked;
        if (ahead != null) {
            peeked = null;
            return ahead;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UndecodableException("the JSON ends too early");
            }
            return token;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String fieldName() {
        try {
            return parser.currentName();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Passes over the rest of the value whose first token has been read. */
    void skip() {
        try {
            parser.skipChildren();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_STRING -> "a string";
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            default -> "nothing";
        };
    }
}
