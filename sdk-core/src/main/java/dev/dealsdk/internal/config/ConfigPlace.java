package dev.dealsdk.internal.config;

import dev.dealsdk.DealsConfig;

/** The beginning of a message about a setting. */
public final class ConfigPlace {
    private ConfigPlace() {}

    /** The source of a setting and its key; the key alone for one that is not set. */
    public static String of(DealsConfig config, String key) {
        return config.describe().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(entry -> entry.source() + ": " + key)
                .orElse(key);
    }
}
