package dev.dealsdk.internal.client;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.spi.DealIdTranslator;
import dev.dealsdk.spi.ShadowReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hands what the program reads to the {@link ShadowReader} of {@code deals.shadow}, if that is set. Thread-safe. */
final class Shadow implements AutoCloseable {
    static final Shadow NONE = new Shadow(null, null);
    private static final String KEY = "deals.shadow";

    private final @Nullable ShadowReader reader;
    private final @Nullable DealsClient client;

    private Shadow(@Nullable ShadowReader reader, @Nullable DealsClient client) {
        this.reader = reader;
        this.client = client;
    }

    /**
     * Connects with the other account. Sends nothing.
     *
     * @param problems takes what is wrong with its configuration
     */
    static Shadow open(DealsConfig config, List<String> problems) {
        Optional<Path> file = config.shadow();
        if (file.isEmpty()) {
            return NONE;
        }
        String place = ConfigPlace.of(config, KEY) + ": ";
        Optional<ShadowReader> reader = Services.first(ShadowReader.class);
        if (reader.isEmpty()) {
            problems.add(
                    place + "nothing compares what is read; add dev.dealsdk:deals-transfer to the class path, or remove"
                            + " the key");
            return NONE;
        }
        try {
            return open(config, configOf(file.get(), config), reader.get());
        } catch (ConfigurationException unusable) {
            unusable.problems().forEach(problem -> problems.add(place + problem));
            return NONE;
        }
    }

    private static Shadow open(DealsConfig config, DealsConfig other, ShadowReader reader) {
        List<String> problems = new ArrayList<>();
        Optional<DealIdTranslator> ids = CrosswalkClient.open(other, Providers.find(other), problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        DealsClient client = Connector.connectShadow(other);
        try {
            if (!client.capabilities().supports(Operation.GET)) {
                throw new ConfigurationException(List.of(other.source() + ": "
                        + client.capabilities().provider() + " does not offer get: "
                        + client.capabilities().explain(Operation.GET)));
            }
            CallMonitors listeners = new CallMonitors(config.listeners());
            reader.start(new ShadowReader.Setup(config, other, client, ids, listeners::shadowRead));
            return new Shadow(reader, client);
        } catch (RuntimeException failed) {
            client.close();
            throw failed;
        }
    }

    /** The file alone: a token of the environment or of a system property is the program's own, and not for another vendor. */
    private static DealsConfig configOf(Path file, DealsConfig config) {
        DealsConfig whole = DealsConfig.builder().onlyFile(file).build();
        DealsConfig other = config.connectionName()
                .filter(whole.connections()::contains)
                .map(whole::connection)
                .orElse(whole);
        List<String> problems = new ArrayList<>();
        unset(other, "deals.token", other.token(), problems);
        unset(other, "deals.oauth.client-id", other.oauthClientId(), problems);
        unset(other, "deals.oauth.client-secret", other.oauthClientSecret(), problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return other.toBuilder()
                .checkStagesInBackground(true)
                // Where it is the same account, its failures must not stop the program's calls.
                .circuit("off")
                .build();
    }

    /** A file that is read alone keeps the name of a variable that is not set. */
    private static void unset(DealsConfig config, String key, Optional<String> credential, List<String> problems) {
        if (credential.filter(text -> text.contains("${")).isPresent()) {
            problems.add(ConfigPlace.of(config, key)
                    + ": the environment variable that it names is not set; set it, or write the value itself");
        }
    }

    boolean isOn() {
        return reader != null;
    }

    /** Returns at once, and never fails: nothing of the shadow is the caller's business. */
    void read(Operation operation, Deal deal) {
        if (reader == null) {
            return;
        }
        try {
            reader.read(operation, deal);
        } catch (RuntimeException | LinkageError failed) {
            LoggerFactory.getLogger(Shadow.class).debug("a shadow reader failed", failed);
        }
    }

    @Override
    public void close() {
        if (reader != null && client != null) {
            reader.close();
            client.close();
        }
    }
}
