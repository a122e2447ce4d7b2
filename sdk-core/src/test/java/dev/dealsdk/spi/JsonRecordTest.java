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
    @ValueSource(strings = {"\"x\"", "true", "[1,[2]]", "{\"b\":{\"c\":[]}}", "1.5"})
    void field_ofAnotherType_isEmptyAndKept(String json) {
        Object value = JsonReader.of(stream(json)).document().orElseThrow();

        List<Function<JsonRecord, Optional<?>>> readers = List.of(
                JsonRecord::string,
                JsonRecord::decimal,
                JsonRecord::integer,
                JsonRecord::longInteger,
                JsonRecord::bool,
                JsonRecord::instant,
                JsonRecord::date,
                JsonRecord::strings,
                JsonRecord::map);
        int kept = 0;
        for (Function<JsonRecord, Optional<?>> reader : readers) {
            Read<?> read = read(json, reader::apply);
            assertThat(read.next).as("the field after it").isEqualTo("after");
            assertThat(read.value.isPresent()).isEqualTo(read.rest.isEmpty());
            if (read.value.isEmpty()) {
                assertThat(read.rest).isEqualTo(Map.of("a", value));
                kept++;
            }
        }
        assertThat(kept).isGreaterThanOrEqualTo(8);
    }

    @Test
    void field_null_isEmptyAndNotKeptUnlessAskedFor() {
        assertThat(read("null", JsonRecord::string).rest).isEmpty();
        assertThat(read("null", field -> field.object(JsonRecord::rest)).rest).isEmpty();
        assertThat(read("null", field -> field.objects(JsonRecord::rest, problem -> {})).rest)
                .isEmpty();

        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("a", null);
        assertThat(read("null", JsonRecordTest::kept).rest).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, true",
        "-2147483648, true",
        "2147483648, false",
        "-2147483649, false",
        "1.0, false",
        "1e2, false",
        "12345678901234567890, false",
        "0, true"
    })
    void integer_bounds_areThoseOf32Bits(String number, boolean fits) {
        Read<Integer> read = read(number, JsonRecord::integer);

        assertThat(read.value.map(String::valueOf)).isEqualTo(fits ? Optional.of(number) : Optional.empty());
        assertThat(read.rest).hasSize(fits ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, true", "-9223372036854775808, true", "9223372036854775808, false",
        "-9223372036854775809, false", "1000000000000000000, true", "1.5, false"
    })
    void longInteger_bounds_areThoseOf64Bits(String number, boolean fits) {
        Read<Long> read = read(number, JsonRecord::longInteger);

        assertThat(read.value.map(String::valueOf)).isEqualTo(fits ? Optional.of(number) : Optional.empty());
        assertThat(read.rest).hasSize(fits ? 0 : 1);
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
                .withMessage("a JSON object was expected, but there is an array");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> JsonReader.of(stream("7")).objects(JsonRecord::rest, problem -> {}))
                .withMessage("a JSON array was expected, but there is a number");
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
