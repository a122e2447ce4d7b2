package dev.dealsdk.cli;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line sets: system properties, so that it is what {@code java -D} would have been. An unknown key is none of
 * those, where it would be a warning alone, since it may be somebody else's; here it was written for us, and is a fault.
 */
final class Settings {
    private Settings() {}

    static void apply(GlobalOptions options) {
        Set<String> unknown = unknown(options.settings()).keySet();
        options.settings().forEach((key, value) -> {
            if (!key.startsWith("deals.")) {
                throw new UsageException("-D " + key + ": not a configuration key; keys start with \"deals.\", such as deals.provider");
            }
            if (!unknown.contains(key)) {
                System.setProperty(key, value);
            }
        });
        // A path is no place for variables.
        options.config()
                .ifPresent(file ->
                        System.setProperty("deals.config", file.toString().replace("${", "$${")));
    }

    /** Those that are no keys; a builder refuses them together with all other faults of the configuration. */
    static Map<String, String> unknown(Map<String, String> settings) {
        try {
            DealsConfig unused = DealsConfig.from(settings);
            return Map.of();
        } catch (ConfigurationException faulty) {
            return settings.entrySet().stream()
                    .filter(setting -> faulty.problems().stream()
                            .anyMatch(line -> line.startsWith("map: " + setting.getKey() + ": unknown key; ")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
