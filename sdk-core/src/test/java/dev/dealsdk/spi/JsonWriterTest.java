package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {

    @Test
    void object_ofEverything_isWrittenInOrder() {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("z", null);
        more.put("y", Arrays.asList("é\"\n", null, true, Map.of("k", new BigDecimal("0.10"))));

        assertThat(written(json -> json.string("absent", Optional.empty())
                        .decimal("absent", Optional.empty())
                        .string("s", Optional.of("字"))
                        .decimal("d", Optional.of(new BigDecimal("9007199254740993")))
                        .object("o", inner -> inner.value("a", false))
                        .objects("l", List.of("1", "2"), (inner, id) -> inner.value("id", id))
                        .objects("none", List.of(), (inner, id) -> {})
                        .values(more)))
                .isEqualTo(
                        "{\"s\":\"字\",\"d\":9007199254740993,\"o\":{\"a\":false},\"l\":[{\"id\":\"1\"},{\"id\":\"2\"}],"
                                + "\"none\":[],\"z\":null,\"y\":[\"é\\\"\\n\",null,true,{\"k\":0.10}]}");
    }

    @Test
    void value_hugeExponent_isNotWrittenOut() {
        assertThat(written(json -> json.value("n", new BigDecimal("1e2000000000"))))
                .isEqualTo("{\"n\":1E+2000000000}");
    }

    @Test
    void value_ofATypeThatHasNoJsonForm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonWriter.object(json -> json.value("at", Instant.EPOCH)))
                .withMessage("java.time.Instant has no JSON form");
    }

    private static String written(Consumer<JsonWriter> fields) {
        return new String(JsonWriter.object(fields), StandardCharsets.UTF_8);
    }

    @Test
    void plain_numberThatWouldFillTheMemory_isRefusedByName() {
        assertThat(JsonWriter.plain("min_value", new BigDecimal("1.2E+3"))).isEqualTo("1200");
        assertThat(JsonWriter.plain("min_value", new BigDecimal("1e999"))).hasSize(1_000);
        assertThat(JsonWriter.plain("min_value", new BigDecimal("-1e-1000"))).hasSize(1_003);
        for (String endless : List.of("1e1000", "1e-1001", "1e2147483647", "-1e-2147483647")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JsonWriter.plain("min_value", new BigDecimal(endless)))
                    .withMessageStartingWith("min_value: ");
        }
    }
}
