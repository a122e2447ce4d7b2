package dev.dealsdk.spi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.json.JsonMap;
import dev.dealsdk.internal.json.Rfc3339;
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
 * The fields of one JSON object, in the order they come.
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
 * <p>Nothing is lost and nothing fails a record: a value of another type than asked for is empty, and kept in {@link
 * #rest()} under its name. A null is empty and not kept, except by {@link #keep()}. A field that is not read is skipped.
 *
 * <p>Only to be used by the function it is given to, until that returns.
 */
public final class JsonRecord {
    private final JsonReader reader;
    private final JsonParser parser;
    private String name = "";
    private boolean unread;
    private JsonMap.@Nullable Builder rest;

    JsonRecord(JsonReader reader) {
        this.reader = reader;
        this.parser = reader.parser();
    }

    /** Begins with another object. */
    void open() {
        name = "";
        unread = false;
        rest = null;
    }

    /**
     * {@return whether there is one more field, which is the present one from now on} Skips the one before if it was
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

    /** {@return the name of the present field} */
    public String name() {
        return name;
    }

    /** {@return the present field as text} */
    public Optional<String> string() {
        return is(JsonToken.VALUE_STRING) ? text() : otherwise();
    }

    /** {@return the present field as an exact number} */
    public Optional<BigDecimal> decimal() {
        return isNumber() ? Optional.of(number()) : otherwise();
    }

    /** {@return the present field as a whole number of 32 bits} */
    public Optional<Integer> integer() {
        if (is(JsonToken.VALUE_NUMBER_INT)) {
            BigDecimal number = number();
            if (number.precision() <= 10 && number.longValue() == number.intValue()) {
                return Optional.of(number.intValue());
            }
        }
        return otherwise();
    }

    /** {@return the present field as a whole number of 64 bits, 18 digits at most} */
    public Optional<Long> longInteger() {
        if (is(JsonToken.VALUE_NUMBER_INT)) {
            BigDecimal number = number();
            if (number.toBigInteger().bitLength() < Long.SIZE) {
                return Optional.of(number.longValue());
            }
        }
        return otherwise();
    }

    /** {@return the present field as true or false} */
    public Optional<Boolean> bool() {
        if (is(JsonToken.VALUE_TRUE)) {
            return Optional.of(true);
        }
        return is(JsonToken.VALUE_FALSE) ? Optional.of(false) : otherwise();
    }

    /** {@return the present field as a moment: an RFC 3339 date and time with {@code Z} or an offset} */
    public Optional<Instant> instant() {
        return parsed(Rfc3339::instant);
    }

    /** {@return the present field as a day: {@code YYYY-MM-DD}} */
    public Optional<LocalDate> date() {
        return parsed(Rfc3339::date);
    }

    /**
     * {@return the present field as an unmodifiable list of texts} A list with any other element counts as another
     * type.
     */
    public Optional<List<String>> strings() {
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        List<String> texts = new ArrayList<>(2);
        while (reader.advance() == JsonToken.VALUE_STRING) {
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

    /** {@return the present field as an unmodifiable map, with values as of {@link JsonReader#value()}} */
    public Optional<Map<String, @Nullable Object>> map() {
        if (!is(JsonToken.START_OBJECT)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.currentMap());
    }

    /**
     * {@return the present field as an object}
     *
     * @param <T> what it becomes
     * @param fields asks the record for its fields until there are none left
     */
    public <T> Optional<T> object(Function<JsonRecord, T> fields) {
        if (!is(JsonToken.START_OBJECT)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.complete(fields));
    }

    /**
     * {@return the present field as an unmodifiable list of objects, each of which costs itself alone when it cannot be
     * read}
     *
     * @param <T> what each element becomes
     * @param fields asks the record of one element for its fields until there are none left
     * @param problems told of each element that could not be read
     */
    public <T> Optional<List<T>> objects(Function<JsonRecord, T> fields, Consumer<RecordProblem> problems) {
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        return Optional.of(reader.elements(fields, problems));
    }

    /**
     * {@return the present field as an unmodifiable list of objects} A list with an element that cannot be read counts as
     * another type.
     *
     * @param <T> what each element becomes
     * @param fields asks the record of one element for its fields until there are none left
     */
    public <T> Optional<List<T>> allObjects(Function<JsonRecord, T> fields) {
        if (!is(JsonToken.START_ARRAY)) {
            return otherwise();
        }
        unread = false;
        return Optional.ofNullable(reader.allElements(fields, this, name));
    }

    /** Keeps the present field in {@link #rest()}, a null too. */
    public void keep() {
        put(name, reader.currentValue());
        unread = false;
    }

    /** {@return what was kept, under its names; unmodifiable, empty when nothing was} */
    public Map<String, @Nullable Object> rest() {
        return rest == null ? Map.of() : rest.build();
    }

    private <T> Optional<T> parsed(Function<JsonParser, @Nullable T> parse) {
        if (is(JsonToken.VALUE_STRING)) {
            T value = parse.apply(parser);
            if (value != null) {
                unread = false;
                return Optional.of(value);
            }
        }
        return otherwise();
    }

    /** Empty; what is there instead of the type asked for is kept. */
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
        rest.putExact(field, value);
    }

    private boolean is(JsonToken token) {
        return parser.currentToken() == token;
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
