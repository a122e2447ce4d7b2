package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.json.JsonMap;
import dev.dealsdk.internal.json.Rfc3339;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, in document order.
 *
 * <pre>{@code
 * while (json.next()) {
 *     switch (json.name()) {
 *         case "name" -> deal.name(json.string());
 *         case "value" -> deal.value(json.decimal());
 *         default -> json.keep();
 *     }
 * }
 * deal.rest(json.rest());
 * }</pre>
 *
 * <p>Reading a field never loses a value and never fails the record: if a value does not have the requested type, the
 * result is empty, and {@link #rest()} contains the value under its name. A null is empty and is not kept, except by
 * {@link #keep()}. A field that is not read is skipped.
 *
 * <p>A record is valid only within the function to which it is passed.
 */
public final class JsonRecord {
    /** The maximum length of a counter that is sent as text. */
    private static final int LONGEST_COUNTER = 40;

    /** The maximum length of a number that fits into 64 bits regardless of its digits. */
    private static final int SAFE_LENGTH = 18;

    private final JsonReader reader;
    private String name = "";
    private boolean unread;
    private JsonMap.@Nullable Builder rest;

    JsonRecord(JsonReader reader) {
        this.reader = reader;
    }

    /** Starts another object. */
    void open() {
        name = "";
        unread = false;
        rest = null;
    }

    /**
     * {@return true if there is another field, which then becomes the current one} Skips the previous field if it was
     * not read.
     */
    public boolean next() {
        if (unread) {
            reader.skip();
        }
        if (reader.advance() == JsonToken.END_OBJECT) {
            unread = false;
            return false;
        }
        name = reader.fieldName();
        reader.advance();
        unread = true;
        return true;
    }

    /** {@return the name of the current field} */
    public String name() {
        return name;
    }

    /** Returns true if the current field has not been read yet. */
    boolean isUnread() {
        return unread;
    }

    /** {@return the current field as text} */
    public Optional<String> string() {
        return is(JsonToken.VALUE_STRING) ? text() : otherwise();
    }

    /**
     * {@return the current field as text; a number exactly as it is written} For cursors, which are numbers at some
     * vendors.
     */
    public Optional<String> textOrNumber() {
        return is(JsonToken.VALUE_STRING) || isNumber() ? text() : otherwise();
    }

    /** {@return the current field as an exact number} */
    public Optional<BigDecimal> decimal() {
        return isNumber() ? Optional.of(number()) : otherwise();
    }

    /** {@return the current field as a 32-bit integer; also accepts {@code 250.0} and {@code "250"}} */
    public Optional<Integer> integer() {
        Long whole = whole();
        if (whole == null || whole != whole.intValue()) {
            return otherwise();
        }
        unread = false;
        return Optional.of(whole.intValue());
    }

    /** {@return the current field as a 64-bit integer; also accepts {@code 250.0} and {@code "250"}} */
    public Optional<Long> longInteger() {
        Long whole = whole();
        if (whole == null) {
            return otherwise();
        }
        unread = false;
        return Optional.of(whole);
    }

    /** {@return the current field as a boolean; also accepts {@code 1}, {@code 0} and any of these values as text} */
    public Optional<Boolean> bool() {
        Boolean flag = flag();
        if (flag == null) {
            return otherwise();
        }
        unread = false;
        return Optional.of(flag);
    }

    private @Nullable Boolean flag() {
        if (is(JsonToken.VALUE_TRUE) || isText("true")) {
            return true;
        }
        if (is(JsonToken.VALUE_FALSE) || isText("false")) {
            return false;
        }
        Long whole = whole();
        if (whole == null || whole < 0 || whole > 1) {
            return null;
        }
        return whole == 1;
    }

    private boolean isText(String text) {
        try {
            return is(JsonToken.VALUE_STRING)
                    && reader.parser().getTextLength() == text.length()
                    && reader.parser().getText().equalsIgnoreCase(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private @Nullable Long whole() {
        JsonParser parser = reader.parser();
        try {
            if (is(JsonToken.VALUE_NUMBER_INT) && parser.getTextLength() <= SAFE_LENGTH) {
                return parser.getLongValue();
            }
            if (isNumber()) {
                return reader.currentNumber().longValueExact();
            }
            return is(JsonToken.VALUE_STRING) && parser.getTextLength() <= LONGEST_COUNTER
                    ? new BigDecimal(parser.getText()).longValueExact()
                    : null;
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@return the current field as an instant: an RFC 3339 date and time with {@code Z} or an offset} */
    public Optional<Instant> instant() {
        return parsed(Rfc3339::instant);
    }

    /** {@return the current field as a date: {@code YYYY-MM-DD}} */
    public Optional<LocalDate> date() {
        return parsed(Rfc3339::date);
    }

    /**
     * {@return the current field as an unmodifiable list of texts} A list with an element of another type counts as a
     * value of another type.
     */
    public Optional<List<String>> strings() {
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        List<String> texts = reader.spareTexts();
        texts.clear();
        while (reader.advance() == JsonToken.VALUE_STRING) {
            reader.makeEntry();
            texts.add(reader.currentText().get());
        }
        if (!is(JsonToken.END_ARRAY)) {
            List<@Nullable Object> values = new ArrayList<>(texts);
            do {
                values.add(reader.currentValue());
            } while (reader.advance() != JsonToken.END_ARRAY);
            put(name, Collections.unmodifiableList(values));
            return Optional.empty();
        }
        return Optional.of(List.copyOf(texts));
    }

    /** {@return the current field as an unmodifiable map, with values as {@link JsonReader#value()} returns them} */
    public Optional<Map<String, @Nullable Object>> map() {
        if (!is(JsonToken.START_OBJECT)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.currentMap());
    }

    /**
     * {@return the current field as an object}
     *
     * @param <T> the type of the result
     * @param fields reads all fields of the record
     */
    public <T> Optional<T> object(Function<JsonRecord, T> fields) {
        if (!is(JsonToken.START_OBJECT)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.complete(fields));
    }

    /**
     * {@return the current field as an unmodifiable list of objects; a null is an empty list} An element that cannot be
     * read becomes a problem; the other elements are still read.
     *
     * @param <T> the type of the elements
     * @param fields reads all fields of one element
     * @param problems receives each element that could not be read
     */
    public <T> Optional<List<T>> objects(Function<JsonRecord, T> fields, Consumer<RecordProblem> problems) {
        if (is(JsonToken.VALUE_NULL)) {
            unread = false;
            return Optional.of(List.of());
        }
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.elements(fields, problems));
    }

    /**
     * {@return the current field as an unmodifiable list of objects} A list with an element that cannot be read counts
     * as a value of another type.
     *
     * @param <T> the type of the elements
     * @param fields reads all fields of one element
     */
    public <T> Optional<List<T>> allObjects(Function<JsonRecord, T> fields) {
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        return Optional.ofNullable(reader.allElements(fields, this, name));
    }

    /** Keeps the current field in {@link #rest()}, even if it is null. */
    public void keep() {
        put(name, reader.currentValue());
        unread = false;
    }

    /**
     * Fails if a field had another type than the one that was read. For fields whose absence has a meaning, such as
     * those that announce more pages.
     *
     * @param names the names of fields that are not {@linkplain #keep() kept}
     * @throws UndecodableException if one of the fields had another type; the message names it
     */
    public void requireTypes(String... names) {
        for (String field : names) {
            if (rest().containsKey(field)) {
                throw new UndecodableException("\"" + field + "\" is of another type than documented");
            }
        }
    }

    /** {@return the fields that were kept, under their names; unmodifiable, and empty if there are none} */
    public Map<String, @Nullable Object> rest() {
        return rest == null ? Map.of() : rest.build();
    }

    private <T> Optional<T> parsed(Function<JsonParser, @Nullable T> parse) {
        if (is(JsonToken.VALUE_STRING)) {
            T value = parse.apply(reader.parser());
            if (value != null) {
                unread = false;
                return Optional.of(value);
            }
        }
        return otherwise();
    }

    /** Returns empty, and keeps a value of another type. */
    private <T> Optional<T> otherwise() {
        if (!is(JsonToken.VALUE_NULL)) {
            put(name, reader.currentValue());
        }
        unread = false;
        return Optional.empty();
    }

    void put(String field, @Nullable Object value) {
        if (rest == null) {
            rest = JsonMap.builder();
        }
        reader.makeEntry();
        rest.putExact(field, value);
    }

    private boolean is(JsonToken token) {
        return reader.parser().currentToken() == token;
    }

    private boolean isNumber() {
        return is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT);
    }

    private Optional<String> text() {
        unread = false;
        return reader.currentText();
    }

    private BigDecimal number() {
        unread = false;
        return reader.currentNumber();
    }
}
