package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.PortabilityFinding;
import dev.dealsdk.PortabilityReport;
import dev.dealsdk.Requirement;
import dev.dealsdk.Requirements;
import dev.dealsdk.UsageRecorder;
import dev.dealsdk.spi.DealsProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** What tests of reports are made of. */
final class Comparisons {
    private Comparisons() {}

    static DealsConfig config(String vendor, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.provider", vendor));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return DealsConfig.from(values);
    }

    static Capabilities capabilities(DealsConfig config) {
        return ServiceLoader.load(DealsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider ->
                        config.provider().filter(provider.id()::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .capabilities(config);
    }

    static Requirements recorded(List<Requirement> uses) {
        try (UsageRecorder recorder = UsageRecorder.inMemory()) {
            uses.forEach(recorder::record);
            return recorder.requirements();
        }
    }

    static PortabilityFinding finding(PortabilityReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in " + report.render(120)));
    }
}
