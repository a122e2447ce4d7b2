package dev.dealsdk.cli;

/** What the command line sets: system properties, so that it is what {@code java -D} would have been. */
final class Settings {
    private Settings() {}

    static void apply(GlobalOptions options) {
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
}
