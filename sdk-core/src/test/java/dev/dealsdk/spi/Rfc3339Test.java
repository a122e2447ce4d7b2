package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T10:30:00Z, 2026-03-15T10:30:00Z",
        "2026-03-15T10:30:00.1Z, 2026-03-15T10:30:00.100Z",
        "2026-03-15T10:30:00.120Z, 2026-03-15T10:30:00.120Z",
        "2026-03-15T10:30:00.123456789Z, 2026-03-15T10:30:00.123456789Z",
        "2026-03-15T10:30:00.000Z, 2026-03-15T10:30:00Z",
        "2026-03-15T10:30:00.000000001Z, 2026-03-15T10:30:00.000000001Z",
        "2026-03-15t10:30:00z, 2026-03-15T10:30:00Z",
        "2026-03-15T10:30:00.5z, 2026-03-15T10:30:00.500Z",
        "2026-03-15T10:30:00+02:00, 2026-03-15T08:30:00Z",
        "2026-03-15T10:30:00.25-05:30, 2026-03-15T16:00:00.250Z",
        "2026-03-15T00:15:00+14:00, 2026-03-14T10:15:00Z",
        "2026-03-15T10:30:00-00:00, 2026-03-15T10:30:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
    })
    void instant_valid_isRead(String text, String expected) {
        assertThat(read(text, JsonRecord::instant)).isEqualTo(Optional.of(Instant.parse(expected)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-15",
                "2026-03-15T10:30:00",
                "2026-03-15 10:30:00Z",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:61Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00.12aZ",
                "2026-01-01T00:00:00ZZ",
                "2026-01-01T00-00:00Z",
                "2026/01/01T00:00:00Z",
                "٢٠٢٦-03-15T10:30:00Z",
                "2026-01-01T00:00:00+25:00",
                "-2026-01-01T00:00:00",
                "tomorrow",
                "1773570600",
                "2026-01-01T00:00:0/Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01T00:00:00Z\\n"
            })
    void instant_invalid_isKeptAsText(String text) {
        assertThat(read(text, JsonRecord::instant)).isEqualTo(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-15", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31", "1969-12-31"})
    void date_valid_isRead(String text) {
        assertThat(read(text, JsonRecord::date)).isEqualTo(Optional.of(LocalDate.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29",
                "1900-02-29",
                "2100-02-29",
                "2026-04-31",
                "2026-00-10",
                "2026-13-10",
                "2026-3-15",
                "20260315",
                "2026-03-15T00:00:00Z",
                "2026/03/15",
                "2026-03-15 ",
                "٢٠٢٦-03-15",
                "+026-03-15",
                "2026-03-1x"
            })
    void date_invalid_isKeptAsText(String text) {
        assertThat(read(text, JsonRecord::date)).isEqualTo(text);
    }

    @Test
    void instant_anyTime_agreesWithJavaTime() {
        Random random = new Random(3339);
        for (int i = 0; i < 5_000; i++) {
            OffsetDateTime time = Instant.ofEpochSecond(
                            random.nextLong(-62_167_219_200L, 253_402_300_799L), random.nextInt(1_000_000_000))
                    .atOffset(ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1_681) - 840)));
            String utc = time.toInstant().toString();

            assertThat(read(utc, JsonRecord::instant)).as(utc).isEqualTo(Optional.of(time.toInstant()));
            if (time.getYear() >= 0 && time.getYear() <= 9_999) {
                assertThat(read(time.toString(), JsonRecord::instant))
                        .as(time.toString())
                        .isEqualTo(Optional.of(time.toInstant()));
            }
        }
    }

    /** The value, or the text that was kept because it is none. */
    private static <T> Object read(String text, Function<JsonRecord, Optional<T>> type) {
        byte[] json = ("{\"at\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        return JsonReader.of(new ByteArrayInputStream(json)).object(fields -> {
            fields.next();
            Optional<T> value = type.apply(fields);
            assertThat(fields.next()).isFalse();
            Map<String, ?> rest = fields.rest();
            return value.isPresent() ? value : String.valueOf(rest.get("at"));
        });
    }
}
