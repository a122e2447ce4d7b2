package dev.dealsdk.micrometer;

import dev.dealsdk.event.ShadowRead;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Counts what comes of shadow reads. */
final class ShadowMeters {
    private ShadowMeters() {}

    static void count(ShadowRead read, MeterRegistry registry) {
        Tags tags = Tags.of("provider", read.provider(), "shadow", read.shadowProvider());
        registry.counter(
                        "deals.shadow.reads",
                        tags.and("result", read.result().name().toLowerCase(Locale.ROOT)))
                .increment();
        registry.counter("deals.shadow.skipped", tags).increment(read.skipped());
        read.differences().forEach(difference -> registry.counter(
                        "deals.shadow.differences", tags.and("field", difference.field()))
                .increment());
    }
}
