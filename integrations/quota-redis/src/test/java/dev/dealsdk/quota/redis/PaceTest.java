package dev.dealsdk.quota.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.spi.QuotaStore.Window;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bucket lets through, by a clock of the test. */
final class PaceTest {
    private long now;

    @ParameterizedTest
    @CsvSource({"60, 60", "1, 10", "2, 1", "10, 1", "61, 60", "119, 60", "600, 60", "10000, 3600"})
    void of_window_isNeverExceededAndNearlyUsedUp(int calls, int seconds) {
        Window window = new Window(calls, Duration.ofSeconds(seconds));
        Bucket bucket = bucket(window);
        List<Long> turns = new ArrayList<>();
        while (turns.size() < 5 * calls + 1) {
            long turn = now + bucket.consumeIgnoringRateLimits(1);
            turns.add(turn);
            now = turn;
        }

        assertKept(turns, window);
        assertThat((turns.size() - 1.0) * window.length().toNanos() / (turns.get(turns.size() - 1) - turns.get(0)))
                .as("calls in a window, if there is always one that waits")
                .isGreaterThanOrEqualTo(0.95 * calls);
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "10, 1", "600, 60"})
    void of_windowWithPauses_isNeverExceeded(int calls, int seconds) {
        Window window = new Window(calls, Duration.ofSeconds(seconds));
        Bucket bucket = bucket(window);
        Random random = new Random(7);
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < 10 * calls; i++) {
            now += (long) (random.nextDouble() * 3 * window.length().toNanos() / calls);
            long turn = now + bucket.consumeIgnoringRateLimits(1);
            turns.add(turn);
            now = Math.max(now, turn);
        }

        assertKept(turns, window);
    }

    private Bucket bucket(Window window) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
        for (var limit : Pace.of(List.of(window)).getBandwidths()) {
            builder.addLimit(limit);
        }
        return builder.build();
    }

    /** Each request may arrive up to a thirtieth of the window later than the one before it. */
    private static void assertKept(List<Long> turns, Window window) {
        long slack = window.length().toNanos() / 31;
        for (int i = window.calls(); i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - window.calls()))
                    .as("from turn %d to turn %d", i - window.calls(), i)
                    .isGreaterThan(window.length().toNanos() + slack);
        }
    }
}
