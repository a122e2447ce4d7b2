package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.json.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public final class JsonReader {
    private final JsonSource source;
    private final JsonParser parser;
    private @Nullable JsonToken peeked;

    private JsonReader(JsonSource source) {
        this.source = source;
        this.parser = source.parser();
    }

    /** A reader before the first value of a document in UTF-8. The stream is read as far as the document is, and not closed. */
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
     * @param fields asks the record for its fields until there are none left
     * @throws UndecodableException if the next value is not an object
     */
    public <T> T object(Function<JsonRecord, T> fields) {
        JsonToken token = advance();
        if (token != JsonToken.START_OBJECT) {
            throw new UndecodableException("a JSON object was expected, but there is " + describe(token));
        }
        return fields.apply(new JsonRecord(this));
    }

    /**
     * Reads an array of objects. An element that is no object, or that {@code fields} calls undecodable, costs itself
     * alone.
     *
     * @param problems told of each element that could not be read
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
        int index = 0;
        for (JsonToken token = advance(); token != JsonToken.END_ARRAY; token = advance()) {
            source.mark();
            try {
                if (token != JsonToken.START_OBJECT) {
                    skip();
                    throw new UndecodableException("not a JSON object but " + describe(token));
                }
                elements.add(fields.apply(new JsonRecord(this)));
            } catch (UndecodableException undecodable) {
                problems.accept(RecordProblem.builder()
                        .index(index)
                        .message(String.valueOf(undecodable.getMessage()))
                        .rawJson(source.textSinceMark())
                        .build());
            }
            index++;
        }
        source.unmark();
        return Collections.unmodifiableList(elements);
    }

    /** Reads any value as String, Boolean, {@link BigDecimal}, unmodifiable List or Map, or null. */
    public @Nullable Object value() {
        advance();
        return currentValue();
    }

    /** The whole document as of {@link #value()}; empty when there is none, or it is null. */
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
        try {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case START_ARRAY -> currentList();
                case START_OBJECT -> currentMap();
                default -> throw new IllegalStateException("not before a value: " + parser.currentToken());
            };
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
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (advance() != JsonToken.END_OBJECT) {
            String name = fieldName();
            advance();
            map.put(name, currentValue());
        }
        return Collections.unmodifiableMap(map);
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
