package dev.dealsdk.micrometer;

import dev.dealsdk.event.ShadowRead;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Counts the results of shadow reads. */
final class ShadowMeters {
    private ShadowMeters() {}

    /** @param client the tags of the client that reads */
    static void count(ShadowRead read, Tags client, MeterRegistry registry) {
        Tags tags = client.and("shadow", read.shadowProvider());
        registry.counter(
                        "deals.shadow.reads",
                        tags.and("result", read.result().name().toLowerCase(Locale.ROOT)))
                .increment();
        registry.counter("deals.shadow.skipped", tags).increment((double) read.skipped());
        read.differences()
                .forEach(difference -> registry.counter(
                                "deals.shadow.differences", tags.and("field", difference.field()))
                        .increment());
    }
}
