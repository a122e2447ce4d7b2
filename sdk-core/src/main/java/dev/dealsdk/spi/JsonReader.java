package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
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
 * A forward-only reader of one JSON document in UTF-8. It reads from the stream and stores only what the caller keeps.
 *
 * <p>The memory of the resulting objects is limited in proportion to the input, because a few bytes of JSON can become
 * many objects, as in {@code [[],[],[]]}.
 *
 * <p>Not thread-safe. Malformed JSON and connection failures are thrown as {@link UncheckedIOException}, which the
 * transport turns into the exception that a caller sees.
 */
public final class JsonReader implements AutoCloseable {
    private static final long DEFAULT_SLACK = 32L << 20;

    /** Bytes of objects for each byte of JSON. This is what a page of deals takes if all of its texts differ. */
    private static final int PER_BYTE = 4;

    // About what each takes at the most, with its place in what it is in, with compressed references.
    private static final int TEXT = 56;
    private static final int NUMBER = 48;
    private static final int LIST = 72;
    private static final int ENTRY = 24;
    private static final int FURTHER_ENTRY = 128;
    private static final int FEW = 8;
    private static final int OBJECT = 96;
    private static final int ELEMENT = 300;

    private final JsonSource source;
    private JsonParser parser;
    private final long slack;
    private long made;
    private final List<JsonRecord> records = new ArrayList<>(4);
    private int openRecords;
    private @Nullable JsonToken peeked;
    /** Set from the first array of objects on, because a single object hardly contains any text twice. */
    private @Nullable RecentTexts texts;
    /** Reused for collecting lists of texts. */
    private @Nullable List<String> spareTexts;
    /** The builder of the last map, for reuse. */
    private JsonMap.@Nullable Builder spareMap;

    private JsonReader(JsonSource source, long slack) {
        this.source = source;
        this.slack = slack;
        this.parser = source.parser();
    }

    /**
     * {@return a reader positioned before the first value of a document}
     *
     * @param in JSON in UTF-8; read up to the end of the document and never closed
     */
    public static JsonReader of(InputStream in) {
        return of(in, DEFAULT_SLACK);
    }

    /**
     * {@return a reader positioned before the first value of a document}
     *
     * @param in JSON in UTF-8; read up to the end of the document and never closed
     * @param slack the number of bytes of objects that may be created in addition to four for each byte of input; 32
     *     MiB by default
     */
    public static JsonReader of(InputStream in, long slack) {
        return new JsonReader(new JsonSource(in), slack);
    }

    /** Counts bytes of objects, and fails before there are too many. */
    private void make(long bytes) {
        made += bytes;
        if (made > slack && made - slack > PER_BYTE * source.received()) {
            throw new UndecodableException(
                    source.received() + " bytes of JSON would become more than " + made
                            + " bytes of objects, which is out of proportion",
                    true);
        }
    }

    /**
     * {@return true if the next value is an array} Does not consume the value. For responses that have more than one
     * format.
     *
     * @throws UndecodableException if there is no further value
     */
    public boolean isNextArray() {
        peeked = advance();
        return peeked == JsonToken.START_ARRAY;
    }

    /**
     * Reads an object field by field.
     *
     * @param <T> the type of the result
     * @param fields reads all fields of the record; the record must not be used afterwards
     * @return the result of {@code fields}
     * @throws UndecodableException if the next value is not an object
     */
    public <T> T object(Function<JsonRecord, T> fields) {
        JsonToken token = advance();
        if (token != JsonToken.START_OBJECT) {
            throw new UndecodableException("expected a JSON object, but found " + describe(token));
        }
        return complete(fields);
    }

    /**
     * Reads an array of objects. An element that is not an object, that {@code fields} reports as undecodable, or that
     * is malformed JSON within its brackets, becomes a problem; the other elements are still read.
     *
     * @param <T> the type of the elements
     * @param fields reads all fields of one element
     * @param problems receives each element that could not be read
     * @return the elements that could be read, in order; unmodifiable
     * @throws UndecodableException if the next value is not an array
     */
    public <T> List<T> objects(Function<JsonRecord, T> fields, Consumer<RecordProblem> problems) {
        JsonToken token = advance();
        if (token != JsonToken.START_ARRAY) {
            throw new UndecodableException("expected a JSON array, but found " + describe(token));
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
        JsonStreamContext array = parser.getParsingContext();
        long start = source.tokenOffset();
        if (outermost) {
            source.keepFrom(start);
        }
        for (int index = 0; ; index++) {
            boolean begun = false;
            try {
                JsonToken token = advance();
                if (token == JsonToken.END_ARRAY) {
                    break;
                }
                start = source.tokenOffset();
                begun = true;
                if (outermost) {
                    source.keepFrom(start);
                }
                make(ELEMENT);
                elements.add(element(token, fields));
            } catch (UndecodableException undecodable) {
                if (undecodable.isOfTheWhole()) {
                    throw undecodable;
                }
                problems.accept(problem(index, String.valueOf(undecodable.getMessage()), source.textFrom(start)));
            } catch (UncheckedIOException refused) {
                // A document that ends too early has no further record.
                if (!outermost
                        || !(refused.getCause() instanceof JacksonException fault)
                        || fault instanceof JsonEOFException) {
                    throw refused;
                }
                String raw = source.passOver(start, begun, index == 0, array);
                if (raw == null) {
                    throw refused;
                }
                parser = source.parser();
                start = source.tokenOffset();
                source.keepFrom(start);
                problems.accept(problem(index, "not readable as JSON: " + fault.getOriginalMessage(), raw));
            }
        }
        if (outermost) {
            source.keepNothing();
        }
        return Collections.unmodifiableList(elements);
    }

    private RecordProblem problem(int index, String message, String rawJson) {
        make(ELEMENT + 2L * rawJson.length());
        return RecordProblem.builder()
                .index(index)
                .message(message)
                .rawJson(rawJson)
                .build();
    }

    private <T> T element(JsonToken token, Function<JsonRecord, T> fields) {
        if (token != JsonToken.START_OBJECT) {
            skip();
            throw new UndecodableException("not a JSON object but " + describe(token));
        }
        return complete(fields);
    }

    /** Reads an object whose opening brace has been read, and skips what {@code fields} does not read. */
    <T> T complete(Function<JsonRecord, T> fields) {
        make(OBJECT);
        int depth = parser.getParsingContext().getNestingDepth();
        T read;
        try {
            read = fields.apply(openRecord());
        } catch (UndecodableException undecodable) {
            if (!undecodable.isOfTheWhole()) {
                leave(depth);
            }
            throw undecodable;
        } finally {
            openRecords--;
        }
        leave(depth);
        return read;
    }

    /** Reuses one record for each nesting level of a document. */
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

    /** {@return the next value as String, Boolean, {@link BigDecimal}, unmodifiable List or Map, or null} */
    public @Nullable Object value() {
        advance();
        return currentValue();
    }

    /** {@return the whole document, as {@link #value()} returns it; empty if there is none or it is null} */
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
        make(NUMBER);
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyondAllBounds) {
            throw new UndecodableException("a number's exponent is beyond all bounds");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<@Nullable Object> currentList() {
        make(LIST);
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
        make(LIST);
        for (int size = 0; advance() != JsonToken.END_OBJECT; size++) {
            make(size < FEW ? ENTRY : FURTHER_ENTRY);
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
            Optional<String> text = texts == null ? Optional.of(parser.getText()) : texts.textOf(parser);
            if (texts == null || texts.isFresh()) {
                make(TEXT + 2L * text.get().length());
            }
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads the elements of an array whose opening bracket has been read.
     *
     * @param owner the record with the field; keeps the whole array as a value if an element cannot be read
     * @return the elements; null if one of them cannot be read
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
                if (undecodable.isOfTheWhole()) {
                    throw undecodable;
                }
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

    private Object valueOf(byte[] json) {
        try (JsonReader again = of(new ByteArrayInputStream(json), slack)) {
            Object value = Objects.requireNonNull(again.value());
            make(again.made);
            return value;
        }
    }

    /** Releases the resources of this reader. The stream stays open. */
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

    /** Returns a reusable list, whose texts must be copied before the next ones are read. */
    List<String> spareTexts() {
        if (spareTexts == null) {
            spareTexts = new ArrayList<>();
        }
        return spareTexts;
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

    /** Skips the rest of the value whose first token has been read. */
    void skip() {
        try {
            parser.skipChildren();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Counts an entry that is kept in addition to the resulting object. */
    void makeEntry() {
        make(ENTRY);
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
