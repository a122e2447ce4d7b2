package dev.dealsdk.internal.client;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import dev.dealsdk.internal.auth.FileCredentials;
import dev.dealsdk.internal.auth.TokenFile;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.quota.QuotaStores;
import dev.dealsdk.internal.stages.ConfiguredStages;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.UsageRecorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/** What connecting needs to be true of a configuration and its provider; all that is not is told at once. */
final class ConnectChecks {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private ConnectChecks() {}

    /**
     * Sends nothing. What has no effect at this vendor is a warning, since the same file may serve another one.
     *
     * @param known faults that were found before
     * @throws ConfigurationException if an operation of {@code deals.require}, anything of {@code deals.require-usage} or the recorder
     *     of {@code deals.usage-file} is lacking, a stage or a URL cannot be right at this vendor, or the token file holds no token
     */
    static void check(
            DealsConfig config,
            DealsProvider provider,
            Bridge bridge,
            Optional<TokenFile> tokenFile,
            List<String> known) {
        Capabilities capabilities = bridge.capabilities();
        List<String> problems = new ArrayList<>(known);
        // In the order of the enumeration: so does the set go through them.
        for (Operation operation : config.require()) {
            if (!capabilities.supports(operation)) {
                problems.add(lacking(operation, config, capabilities));
            }
        }
        if (config.usageFile().isPresent() && UsageLog.recorder().isEmpty()) {
            problems.add(ConfigPlace.of(config, "deals.usage-file")
                    + ": what the program uses cannot be recorded; add dev.dealsdk:deals-portability to the class path,"
                    + " or remove the key");
        }
        config.requireUsage().ifPresent(file -> problems.addAll(unmet(file, config)));
        config.quotaStore()
                .filter(address -> !QuotaStores.isThere(address))
                .ifPresent(address -> problems.add(
                        ConfigPlace.of(config, "deals.quota-store") + ": " + QuotaStores.missing(address)));
        problems.addAll(new ConfiguredStages(config, bridge.vendor()).faults(provider, bridge.vendor()));
        problems.addAll(bridge.faults());
        problems.addAll(UrlChecks.faults(config, provider));
        tokenFile.ifPresent(file -> problems.addAll(faults(file, config)));
        if (!problems.isEmpty()) {
            // Alone it is no fault: there are providers that need no credentials.
            problems.addAll(config.missing());
            throw new ConfigurationException(problems);
        }
        withoutEffect(config, bridge)
                .forEach((key, reason) -> LoggerFactory.getLogger(ConnectChecks.class)
                        .warn("{} has no effect: {}", ConfigPlace.of(config, key), reason));
    }

    /** What is wrong with a token file; what does not show within two seconds is told by the first call. */
    private static List<String> faults(TokenFile file, DealsConfig config) {
        try {
            String unused = FileCredentials.reading(file, new CallThreads(config.connectionName()))
                    .get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConfigurationException unusable) {
                return unusable.problems();
            }
            throw new IllegalStateException(failed);
        } catch (TimeoutException late) {
            LoggerFactory.getLogger(ConnectChecks.class)
                    .info(
                            "{}: the token file has not given its token yet; it is read when the first call is made",
                            ConfigPlace.of(config, "deals.token-file"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    /** What the recorded program uses and the configuration cannot do, one line each. */
    private static List<String> unmet(Path usageFile, DealsConfig config) {
        String start = ConfigPlace.of(config, "deals.require-usage") + ": ";
        Optional<UsageRecorder> recorder = UsageLog.recorder();
        if (recorder.isEmpty()) {
            return List.of(
                    start + "what the program uses cannot be checked; add dev.dealsdk:deals-portability to the class"
                            + " path, or remove the key");
        }
        List<String> unmet;
        try {
            unmet = recorder.get().unmet(usageFile, config);
        } catch (ConfigurationException unusable) {
            unmet = unusable.problems();
        }
        return unmet.stream().map(start::concat).toList();
    }

    /** Why the setting of a key changes nothing at this vendor, by key. */
    static Map<String, String> withoutEffect(DealsConfig config, Bridge bridge) {
        Capabilities capabilities = bridge.vendor();
        Map<String, String> reasons = new LinkedHashMap<>();
        if (config.referenceField().isPresent() && !capabilities.takesReference()) {
            reasons.put(
                    "deals.reference-field",
                    capabilities.provider() + " documents no custom fields of new deals that a list returns");
        }
        if (config.attemptTimeout().compareTo(config.callTimeout()) > 0
                && config.describe().stream().anyMatch(entry -> entry.key().equals("deals.attempt-timeout"))) {
            reasons.put(
                    "deals.attempt-timeout",
                    "it is longer than deals.call-timeout, which ends a call with all its attempts");
        }
        closing(config.wonStage(), "deals.won-stage", Operation.WIN, capabilities, reasons);
        closing(config.lostStage(), "deals.lost-stage", Operation.LOSE, capabilities, reasons);
        closing(config.openStage(), "deals.open-stage", Operation.REOPEN, capabilities, reasons);
        reasons.putAll(bridge.idle());
        return reasons;
    }

    private static void closing(
            Optional<String> stage,
            String key,
            Operation operation,
            Capabilities capabilities,
            Map<String, String> reasons) {
        if (stage.isPresent() && capabilities.support(operation) != Support.DERIVED) {
            reasons.put(
                    key,
                    capabilities.provider() + " does not " + operation.key() + " a deal by moving it: "
                            + capabilities.explain(operation));
        }
    }

    private static String lacking(Operation operation, DealsConfig config, Capabilities capabilities) {
        return ConfigPlace.of(config, "deals.require") + ": " + capabilities.provider() + " does not offer "
                + operation.key()
                + ": " + capabilities.explain(operation)
                + (capabilities.support(operation) == Support.UNVERIFIED
                        ? "; set deals.allow-unverified=true to try it"
                        : "");
    }
}
