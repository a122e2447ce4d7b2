package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost and nothing fails a record. */
final class JsonRecordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234.56",
                "0.1",
                "9007199254740993",
                "1e2",
                "0.10",
                "1e400",
                "-0.00",
                "123456789012345678901234567890.5"
            })
    void decimal_number_isExact(String number) {
        Read<BigDecimal> read = read(number, JsonRecord::decimal);

        assertThat(read.value).contains(new BigDecimal(number));
        assertThat(read.value.orElseThrow().scale()).isEqualTo(new BigDecimal(number).scale());
        assertThat(read.rest).isEmpty();
        assertThat(read(number, JsonRecordTest::kept).rest).isEqualTo(Map.of("a", new BigDecimal(number)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x\" | string textOrNumber",
                "\"250\" | string textOrNumber integer longInteger",
                "\"2026-03-15\" | string textOrNumber date",
                "\"2026-03-15T10:30:00Z\" | string textOrNumber instant",
                "true | bool",
                "1 | textOrNumber decimal integer longInteger bool",
                "1.5 | textOrNumber decimal",
                "[1,[2]] | ",
                "[\"x\"] | strings",
                "{\"b\":{\"c\":[]}} | map"
            })
    void field_ofAnyType_isReadByTheReadersOfItsTypeAloneAndKeptByTheOthers(String json, @Nullable String readBy) {
        Object value = JsonReader.of(stream(json)).document().orElseThrow();
        Map<String, Function<JsonRecord, Optional<?>>> readers = Map.of(
                "string", JsonRecord::string,
                "textOrNumber", JsonRecord::textOrNumber,
                "decimal", JsonRecord::decimal,
                "integer", JsonRecord::integer,
                "longInteger", JsonRecord::longInteger,
                "bool", JsonRecord::bool,
                "instant", JsonRecord::instant,
                "date", JsonRecord::date,
                "strings", JsonRecord::strings,
                "map", JsonRecord::map);
        List<String> expected = readBy == null ? List.of() : List.of(readBy.split(" "));

        readers.forEach((name, reader) -> {
            Read<?> read = read(json, reader::apply);
            assertThat(read.next).as("the field after it").isEqualTo("after");
            assertThat(read.value.isPresent()).as(name).isEqualTo(expected.contains(name));
            assertThat(read.rest).as(name).isEqualTo(expected.contains(name) ? Map.of() : Map.of("a", value));
        });
    }

    @Test
    void field_null_isEmptyAndNotKeptUnlessAskedFor() {
        assertThat(read("null", JsonRecord::string).rest).isEmpty();
        assertThat(read("null", field -> field.object(JsonRecord::rest)).rest).isEmpty();

        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("a", null);
        assertThat(read("null", JsonRecordTest::kept).rest).isEqualTo(none);
    }

    @Test
    void objects_null_isAnEmptyListAndNothingElseIsOne() {
        Read<List<Map<String, @Nullable Object>>> none =
                read("null", field -> field.objects(JsonRecord::rest, problem -> {}));
        assertThat(none.value).contains(List.of());
        assertThat(none.next).isEqualTo("after");
        assertThat(none.rest).isEmpty();
        for (String other : List.of("{}", "\"\"", "false", "0")) {
            assertThat(read(other, field -> field.objects(JsonRecord::rest, problem -> {})).value)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2147483647 | 2147483647",
                "-2147483648 | -2147483648",
                "2147483648 | ",
                "-2147483649 | ",
                "12345678901234567890 | ",
                "0 | 0",
                "250.0 | 250",
                "250.000 | 250",
                "1e2 | 100",
                "-0.0 | 0",
                "1.5 | ",
                "1e99999999 | ",
                "1e-99999999 | ",
                "\"250\" | 250",
                "\"250.0\" | 250",
                "\"-7\" | -7",
                "\"1e99999999\" | ",
                "\"2147483648\" | ",
                "\"\" | ",
                "\"many\" | ",
                "true | "
            })
    void integer_anyForm_isTheWholeNumberOf32BitsThatItNames(String json, @Nullable Integer expected) {
        Read<Integer> read = read(json, JsonRecord::integer);

        assertThat(read.value).isEqualTo(Optional.ofNullable(expected));
        assertThat(read.rest).hasSize(expected == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "9223372036854775807 | 9223372036854775807",
                "-9223372036854775808 | -9223372036854775808",
                "9223372036854775808 | ",
                "-9223372036854775809 | ",
                "1000000000000000000 | 1000000000000000000",
                "\"9223372036854775807\" | 9223372036854775807",
                "9223372036854775807.0 | 9223372036854775807",
                "1.5 | "
            })
    void longInteger_anyForm_isTheWholeNumberOf64BitsThatItNames(String json, @Nullable Long expected) {
        Read<Long> read = read(json, JsonRecord::longInteger);

        assertThat(read.value).isEqualTo(Optional.ofNullable(expected));
        assertThat(read.rest).hasSize(expected == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | true",
                "\"true\" | true",
                "\"TRUE\" | true",
                "1 | true",
                "1.0 | true",
                "\"1\" | true",
                "false | false",
                "\"False\" | false",
                "0 | false",
                "\"0\" | false",
                "2 | ",
                "-1 | ",
                "\"yes\" | ",
                "[true] | "
            })
    void bool_anyForm_isTheFlagThatItNames(String json, @Nullable Boolean expected) {
        Read<Boolean> read = read(json, JsonRecord::bool);

        assertThat(read.value).isEqualTo(Optional.ofNullable(expected));
        assertThat(read.rest).hasSize(expected == null ? 1 : 0);
    }

    @Test
    void textOrNumber_number_isAsItIsWritten() {
        assertThat(read("12345678901234567890", JsonRecord::textOrNumber).value).contains("12345678901234567890");
        assertThat(read("1.50", JsonRecord::textOrNumber).value).contains("1.50");
        assertThat(read("\"c\"", JsonRecord::textOrNumber).value).contains("c");
    }

    @Test
    void requireTypes_fieldOfAnotherType_isRefusedByName() {
        JsonReader.of(stream("{\"more\":null,\"total\":[]}")).object(fields -> {
            while (fields.next()) {
                fields.integer();
            }
            fields.requireTypes("more");
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> fields.requireTypes("more", "total"))
                    .withMessage("\"total\" is of another type than documented");
            return "";
        });
    }

    @Test
    void strings_withAnotherElement_isKeptWhole() {
        Read<List<String>> read = read("[\"x\",null,1]", JsonRecord::strings);

        assertThat(read.value).isEmpty();
        assertThat(read.rest).isEqualTo(Map.of("a", Arrays.asList("x", null, new BigDecimal(1))));
        assertThat(read("[]", JsonRecord::strings).value).contains(List.of());
        assertThat(read("[\"x\",\"\"]", JsonRecord::strings).value).contains(List.of("x", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "17", "[[[1]]]", "{\"b\":{\"c\":1}}", "null"})
    void next_fieldNotRead_isSkipped(String json) {
        Read<String> read = read(json, field -> Optional.empty());

        assertThat(read.next).isEqualTo("after");
        assertThat(read.rest).isEmpty();
    }

    @Test
    void rest_handedOut_cannotBeChanged() {
        Map<String, @Nullable Object> rest = read("{\"b\":[1]}", JsonRecordTest::kept).rest;

        assertThat(rest).isUnmodifiable();
        assertThat((Map<?, ?>) rest.get("a")).isUnmodifiable();
        assertThat((List<?>) ((Map<?, ?>) Objects.requireNonNull(rest.get("a"))).get("b"))
                .isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E-99999999999"})
    void decimal_exponentBeyondAllBounds_costsItsRecordAlone(String number) {
        String json = "[{\"a\":" + number + ",\"after\":1},{\"a\":2,\"after\":1}]";
        List<String> problems = new ArrayList<>();

        List<Optional<BigDecimal>> values = JsonReader.of(stream(json))
                .objects(
                        fields -> {
                            Optional<BigDecimal> value = Optional.empty();
                            while (fields.next()) {
                                if (fields.name().equals("a")) {
                                    value = fields.decimal();
                                }
                            }
                            return value;
                        },
                        problem -> problems.add(problem.rawJson()));

        assertThat(values).containsExactly(Optional.of(new BigDecimal(2)));
        assertThat(problems).containsExactly("{\"a\":" + number + ",\"after\":1}");
    }

    @Test
    void document_brokenOrMissing_isToldApart() {
        assertThat(JsonReader.of(stream("")).document()).isEmpty();
        assertThat(JsonReader.of(stream(" \n")).document()).isEmpty();
        assertThat(JsonReader.of(stream("null")).document()).isEmpty();
        assertThat(JsonReader.of(stream("\ufeff{\"a\":1}")).document()).contains(Map.of("a", new BigDecimal(1)));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> JsonReader.of(stream("{\"a\":tru}")).document());
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> JsonReader.of(stream("[]")).object(JsonRecord::rest))
                .withMessage("expected a JSON object, but found an array");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> JsonReader.of(stream("7")).objects(JsonRecord::rest, problem -> {}))
                .withMessage("expected a JSON array, but found a number");
    }

    private static Optional<Object> kept(JsonRecord field) {
        field.keep();
        return Optional.empty();
    }

    private record Read<T>(Optional<T> value, Map<String, @Nullable Object> rest, String next) {}

    /** Reads {@code {"a": JSON, "after": true}}, the first field as asked. */
    private static <T> Read<T> read(String json, Function<JsonRecord, Optional<T>> field) {
        return JsonReader.of(stream("{\"a\":" + json + ",\"after\":true}")).object(fields -> {
            assertThat(fields.next()).isTrue();
            assertThat(fields.name()).isEqualTo("a");
            Optional<T> value = field.apply(fields);
            assertThat(fields.next()).isTrue();
            String next = fields.name();
            assertThat(fields.next()).isFalse();
            return new Read<>(value, fields.rest(), next);
        });
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
