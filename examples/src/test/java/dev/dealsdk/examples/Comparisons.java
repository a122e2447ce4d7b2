package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.portability.PortabilityFinding;
import dev.dealsdk.portability.PortabilityReport;
import dev.dealsdk.portability.Requirement;
import dev.dealsdk.portability.Requirements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        return Capabilities.of(config);
    }

    static Requirements recorded(List<Requirement> uses) {
        return Requirements.counted(uses.stream().collect(Collectors.toMap(use -> use, use -> 1L, Long::sum)));
    }

    static PortabilityFinding finding(PortabilityReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in " + report.render(120)));
    }
}
