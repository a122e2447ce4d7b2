package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0         | 0 s",
                "3         | 0.1 s",
                "200       | 0.2 s",
                "4000      | 4 s",
                "9999      | 10 s",
                "42000     | 42 s",
                "60000     | 1 min",
                "95000     | 1 min 35 s",
                "3600000   | 1 h",
                "7500000   | 2 h 5 min",
                "273600000 | 3 d 4 h"
            })
    void time_millis_hasTheUnitsThatMatter(long millis, String words) {
        assertThat(Words.time(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @Test
    void count_oneAndMany_agreesWithTheNoun() {
        assertThat(Words.count(1, "deal")).isEqualTo("1 deal");
        assertThat(Words.count(0, "deal")).isEqualTo("0 deals");
        assertThat(Words.count(1052, "request")).isEqualTo("1,052 requests");
    }

    @Test
    void pace_fewSeconds_hasNoRate() {
        assertThat(Words.pace(100, Duration.ofMillis(900))).isEqualTo("0.9 s");
        assertThat(Words.pace(0, Duration.ofMinutes(1))).isEqualTo("1 min");
        assertThat(Words.pace(100_000, Duration.ofSeconds(95))).isEqualTo("1 min 35 s, 1,053 deals a second");
        assertThat(Words.pace(60, Duration.ofMinutes(2))).isEqualTo("2 min, 0.5 deals a second");
    }
}
