package dev.dealsdk.cli;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.util.Map;
import java.util.stream.Collectors;

/** What the command line sets: system properties, so that it is what {@code java -D} would have been. */
final class Settings {
    private Settings() {}

    static void apply(GlobalOptions options) {
        requireKnown(options.settings());
        options.settings().forEach((key, value) -> {
            // Whether there is such a key is told with the other faults of the configuration.
            if (!key.startsWith("deals.")) {
                throw new UsageException("-D " + key + ": keys start with \"deals.\", such as deals.provider");
            }
            System.setProperty(key, value);
        });
        // A path is no place for variables.
        options.config().ifPresent(file -> System.setProperty("deals.config", file.replace("${", "$${")));
    }

    /** An unknown system property is a warning alone, since it may be somebody else's; these were written for us. */
    private static void requireKnown(Map<String, String> settings) {
        try {
            DealsConfig unused = DealsConfig.from(settings);
        } catch (ConfigurationException faulty) {
            // All other faults are told with those of the other sources.
            String unknown = faulty.problems().stream()
                    .filter(line -> line.contains(": unknown key; "))
                    .map(line -> line.replaceFirst("^map: ", "-D "))
                    .collect(Collectors.joining("\n"));
            // With other faults beside them they are told with those.
            if (!unknown.isEmpty()
                    && unknown.lines().count() == faulty.problems().size()) {
                throw new UsageException(unknown);
            }
        }
    }
}
