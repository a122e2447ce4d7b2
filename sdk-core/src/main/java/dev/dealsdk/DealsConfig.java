package dev.dealsdk;

import dev.dealsdk.internal.config.ConfigReader;
import dev.dealsdk.internal.config.ConfigTree;
import dev.dealsdk.internal.config.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Which vendor to talk to, as whom, and how patiently. Immutable and safe to share between threads.
 *
 * <p>A value comes from the highest of these sources that has it:
 *
 * <ol>
 *   <li>the {@linkplain #builder() builder};
 *   <li>system properties such as {@code deals.call-timeout};
 *   <li>environment variables such as {@code DEALS_CALL_TIMEOUT}. In names of the user's choice, as in {@code
 *       DEALS_STAGES_QUALIFIED}, a variable means the name that another source uses, or else the name in lower case;
 *   <li>one properties file in UTF-8: the one that {@code deals.config} names (as system property, {@code DEALS_CONFIG}
 *       or on the builder), which must then exist; else {@code deals.properties} in the working directory; else {@code
 *       deals.properties} on the class path; else none.
 * </ol>
 *
 * <p>In files, maps and system properties {@code ${NAME}} stands for an environment variable, and <code>$${</code> for
 * <code>${</code> itself. Blanks around a value are dropped.
 *
 * <p>Unknown {@code deals.*} keys, {@code DEALS_*} variables and unusable values are refused with one
 * {@link ConfigurationException} that lists them all. A value that a higher source replaces is not looked at. A missing
 * provider or missing credentials are told by {@link DealsClient#connect(DealsConfig)}. Secrets appear in no message and
 * in no description.
 */
public final class DealsConfig extends ConfigValues {
    private final ConfigTree tree;
    private final HandedIn handedIn;

    /** What no file can hold: objects of the program. */
    private record HandedIn(
            @Nullable OkHttpClient httpClient, @Nullable UsageRecorder usageRecorder, List<CallListener> listeners) {
        static final HandedIn NOTHING = new HandedIn(null, null, List.of());
    }

    private DealsConfig(ConfigTree tree, HandedIn handedIn) {
        super(tree.settings());
        this.tree = tree;
        this.handedIn = handedIn;
    }

    /**
     * {@return what system properties, environment and file say}
     *
     * @throws ConfigurationException if any of it is unknown or unusable
     */
    public static DealsConfig load() {
        return builder().build();
    }

    /**
     * {@return what system properties, environment and this file say, whatever {@code deals.config} says}
     *
     * @param file properties in UTF-8
     * @throws ConfigurationException if any of it is unknown or unusable, or the file cannot be read
     */
    public static DealsConfig load(Path file) {
        return load(Surroundings.ofThisProgram(), file);
    }

    static DealsConfig load(Surroundings surroundings, Path file) {
        return new DealsConfig(ConfigReader.load(surroundings, Objects.requireNonNull(file, "file")), HandedIn.NOTHING);
    }

    /**
     * {@return what this map says, and no other source} The environment is asked only for what {@code ${NAME}} names.
     * Keys that do not start with {@code deals.} are left alone.
     *
     * @param values the keys as they are written in a file, with their values
     * @throws ConfigurationException if any of it is unknown or unusable
     */
    public static DealsConfig from(Map<String, String> values) {
        return from(Surroundings.ofThisProgram(), values);
    }

    static DealsConfig from(Surroundings surroundings, Map<String, String> values) {
        return new DealsConfig(
                ConfigReader.from(surroundings, Objects.requireNonNull(values, "values")), HandedIn.NOTHING);
    }

    /** {@return a builder whose values win over system properties, environment and file} */
    public static Builder builder() {
        return new Builder(null);
    }

    static Builder builder(Surroundings surroundings) {
        return new Builder(surroundings);
    }

    /**
     * {@return the caller's own client, whose connections are shared and which is never closed} Only a builder can set
     * it.
     */
    public Optional<OkHttpClient> httpClient() {
        return Optional.ofNullable(handedIn.httpClient());
    }

    /** {@return who is told of the calls of a client, in the order in which they were added} Only a builder can add them. */
    public List<CallListener> listeners() {
        return handedIn.listeners();
    }

    /** {@return what counts the uses of clients of this configuration} Only a builder can set it. */
    public Optional<UsageRecorder> usageRecorder() {
        return Optional.ofNullable(handedIn.usageRecorder());
    }

    /** {@return {@code deals.connections.NAME.*}: the names, sorted; empty when there are none} Case counts. */
    public Set<String> connections() {
        return tree.connections();
    }

    /**
     * {@return the configuration of one of several accounts: what is set for it, and the top level for the rest}
     * Aliases of stages and fields are merged. If it sets any of {@code token}, {@code token-file} and {@code oauth.*},
     * it takes none of them from the top level.
     *
     * @param name one of {@link #connections()}
     * @throws ConfigurationException if there is no such connection
     */
    public DealsConfig connection(String name) {
        return new DealsConfig(tree.connection(Objects.requireNonNull(name, "name")), handedIn);
    }

    /**
     * {@return every effective value with its source, defaults and connections included, sorted by key; secrets masked}
     */
    public List<ConfigEntry> describe() {
        return tree.describe();
    }

    /**
     * {@return what connecting needs and is not set: a line for the provider, and one for the credentials; empty when
     * all is there}
     */
    public List<String> missing() {
        return tree.missing();
    }

    /** {@return what {@link #describe()} says, on one line} */
    @Override
    public String toString() {
        return "DealsConfig" + describe();
    }

    /** Collects the values of a {@link DealsConfig}; they are taken as they are and checked together. Not thread-safe. */
    public static final class Builder extends ConfigSetters {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final @Nullable Surroundings surroundings;
        private final List<CallListener> listeners = new ArrayList<>();
        private @Nullable OkHttpClient httpClient;
        private @Nullable UsageRecorder usageRecorder;

        private Builder(@Nullable Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        /**
         * Shares the connections of the caller's own HTTP client and takes over its settings, such as proxy, TLS and
         * interceptors. It is never closed. Repeating, redirects, challenges, caching and threads are the SDK's own all the
         * same, and an interceptor that sends a request a second time is stopped.
         *
         * @param client in place of one of the SDK's own
         * @return this builder
         */
        public Builder httpClient(OkHttpClient client) {
            httpClient = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Tells someone of every call, for metrics, traces and logs of the program's own.
         *
         * @param listener used by all threads that make calls; told after those that were added before
         * @return this builder
         */
        public Builder addListener(CallListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Counts what clients of this configuration use, in place of one for {@code deals.usage-file}. It is flushed when a
         * client is closed, and never closed.
         *
         * @param recorder may be shared by several configurations
         * @return this builder
         */
        public Builder usageRecorder(UsageRecorder recorder) {
            usageRecorder = Objects.requireNonNull(recorder, "recorder");
            return this;
        }

        @Override
        public Builder set(String key, String value) {
            values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * {@return these values on top of system properties, environment and file, as they are now}
         *
         * @throws ConfigurationException if any of it is unknown or unusable
         */
        public DealsConfig build() {
            Surroundings sources = surroundings == null ? Surroundings.ofThisProgram() : surroundings;
            HandedIn handedIn = new HandedIn(httpClient, usageRecorder, List.copyOf(listeners));
            return new DealsConfig(ConfigReader.load(sources, values), handedIn);
        }
    }
}
