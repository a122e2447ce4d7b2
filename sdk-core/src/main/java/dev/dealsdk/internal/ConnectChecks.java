package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.internal.config.TokenFile;
import java.util.ArrayList;
import java.util.List;

/** What connecting needs to be true of a configuration and its provider; all that is not is told at once. */
final class ConnectChecks {
    private ConnectChecks() {}

    /**
     * Sends nothing.
     *
     * @throws ConfigurationException if an operation of {@code deals.require} or the recorder of {@code deals.usage-file} is
     *     lacking, or the token file holds no token
     */
    static void check(DealsConfig config, Capabilities capabilities) {
        List<String> problems = new ArrayList<>();
        // In the order of the enumeration: so does the set go through them.
        for (Operation operation : config.require()) {
            if (!capabilities.supports(operation)) {
                problems.add(lacking(operation, config, capabilities));
            }
        }
        if (config.usageFile().isPresent() && UsageLog.recorder().isEmpty()) {
            problems.add(place(config, "deals.usage-file")
                    + ": what the program uses cannot be recorded; add dev.dealsdk:deals-portability to the class path,"
                    + " or remove the key");
        }
        if (config.tokenFile().isPresent()) {
            try {
                String unused = new TokenFile(config.tokenFile().get()).read();
            } catch (ConfigurationException unusable) {
                problems.addAll(unusable.problems());
            }
        }
        if (!problems.isEmpty()) {
            // Alone it is no fault: there are providers that need no credentials.
            problems.addAll(config.missing());
            throw new ConfigurationException(problems);
        }
    }

    private static String lacking(Operation operation, DealsConfig config, Capabilities capabilities) {
        return place(config, "deals.require") + ": " + capabilities.provider() + " does not offer " + operation.key()
                + ": " + capabilities.explain(operation)
                + (capabilities.support(operation) == Support.UNVERIFIED
                        ? "; set deals.allow-unverified=true to try it"
                        : "");
    }

    /** The source of a setting and its key, as the beginning of a message. */
    static String place(DealsConfig config, String key) {
        return config.describe().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(entry -> entry.source() + ": " + key)
                .orElse(key);
    }
}
