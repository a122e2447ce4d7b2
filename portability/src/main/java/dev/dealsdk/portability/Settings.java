package dev.dealsdk.portability;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigEntry;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration sets, but for credentials, to find out what it could do with another line. Immutable.
 *
 * @param values by key, in the order of the keys
 */
record Settings(Map<String, String> values) {
    /** Stands for a password in a value that is described. */
    private static final String MASK = "****";

    Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Settings of(DealsConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ConfigEntry entry : config.describe()) {
            boolean isSet = !entry.source().equals("default") && !entry.value().contains(MASK);
            if (isSet && !isCredential(entry.key()) && !entry.key().startsWith("deals.connections.")) {
                values.put(entry.key(), entry.value());
            }
        }
        return new Settings(values);
    }

    private static boolean isCredential(String key) {
        return key.startsWith("deals.token") || key.startsWith("deals.oauth.") || key.equals("deals.config");
    }

    Settings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Settings(more);
    }

    Settings with(SuggestedLine line) {
        return with(line.key(), line.value());
    }

    /** Without the keys that begin like this. */
    Settings without(String prefix) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeIf(key -> key.startsWith(prefix));
        return new Settings(fewer);
    }

    /** Empty if they contradict each other. */
    Optional<Endpoint> endpoint() {
        try {
            DealsConfig config = DealsConfig.from(values);
            return Optional.of(new Endpoint(config, Capabilities.of(config)));
        } catch (ConfigurationException unusable) {
            return Optional.empty();
        }
    }

    /** Empty if they contradict each other. */
    Optional<Capabilities> capabilities() {
        return endpoint().map(Endpoint::capabilities);
    }
}
