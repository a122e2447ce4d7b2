package dev.dealsdk.cli;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies {@code -D} options as system properties, like {@code java -D}. An unknown key is an error here, while an unknown system
 * property is only a warning, since it may belong to other software.
 */
final class Settings {
    private Settings() {}

    static void apply(GlobalOptions options) {
        Set<String> unknown = unknown(options.settings()).keySet();
        options.settings().forEach((key, value) -> {
            if (!key.startsWith("deals.")) {
                throw new UsageException(
                        "-D " + key + ": not a configuration key; keys start with \"deals.\", such as deals.provider");
            }
            if (!unknown.contains(key)) {
                System.setProperty(key, value);
            }
        });
        // Variables are not replaced in a path.
        options.config()
                .ifPresent(file ->
                        System.setProperty("deals.config", file.toString().replace("${", "$${")));
    }

    /** The unknown keys, which a builder reports together with all other problems of the configuration. */
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
