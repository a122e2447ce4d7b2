package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Operation;
import dev.dealsdk.event.ShadowDifference;
import dev.dealsdk.event.ShadowRead;
import dev.dealsdk.event.ShadowResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShadowMetersTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shadowReads_areCountedByResultAndField() {
        CallMetrics metrics = new CallMetrics(meters);
        metrics.shadowRead(read(ShadowResult.EQUAL, 3));
        metrics.shadowRead(read(ShadowResult.DIFFERENT, 0, "stage", "value"));
        metrics.shadowRead(read(ShadowResult.DIFFERENT, 0, "stage"));

        assertThat(count("deals.shadow.reads", "result", "equal")).isEqualTo(1);
        assertThat(count("deals.shadow.reads", "result", "different")).isEqualTo(2);
        assertThat(count("deals.shadow.differences", "field", "stage")).isEqualTo(2);
        assertThat(count("deals.shadow.differences", "field", "value")).isEqualTo(1);
        assertThat(count("deals.shadow.skipped", "shadow", "stora")).isEqualTo(3);
    }

    private double count(String name, String tag, String value) {
        return meters.get(name)
                .tag("provider", "play2sell")
                .tag("connection", "emea")
                .tag(tag, value)
                .counter()
                .count();
    }

    static ShadowRead read(ShadowResult result, long skipped, String... fields) {
        return new ShadowRead(
                "play2sell",
                Optional.of("emea"),
                "stora",
                Operation.GET,
                "d1",
                Optional.of("deal_1"),
                result,
                List.of(fields).stream()
                        .map(field -> new ShadowDifference(field, Optional.of("a"), Optional.of("b")))
                        .toList(),
                Optional.empty(),
                Duration.ofMillis(5),
                skipped);
    }
}
