package dev.dealsdk;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.internal.config.ConfigKey;
import dev.dealsdk.internal.config.ConfigReader;
import dev.dealsdk.internal.config.ConfigSources;
import dev.dealsdk.internal.config.ConfigTree;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.internal.value.RateWindow;
import dev.dealsdk.internal.value.ServiceUrl;
import dev.dealsdk.internal.value.StoreUrl;
import dev.dealsdk.internal.value.Values;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * <p>Unknown {@code deals.*} keys of the builder, a file or a map and unusable values are refused with one
 * {@link ConfigurationException} that lists them all. An unknown variable or system property, which may be somebody else's,
 * is refused where it is one letter away from a known key, and else a warning in the log; an empty variable counts as not
 * set. A value that a higher source replaces is not looked at. A missing
 * provider or missing credentials are told by {@link DealsClient#connect(DealsConfig)}. Secrets appear in no message and
 * in no description.
 */
public final class DealsConfig {
    private final ConfigTree tree;
    private final HandedIn handedIn;

    /** What no file can hold: objects of the program. */
    private record HandedIn(
            @Nullable OkHttpClient httpClient, List<CallListener> listeners, boolean checksStagesInBackground) {
        static final HandedIn NOTHING = new HandedIn(null, List.of(), false);
    }

    private DealsConfig(ConfigTree tree, HandedIn handedIn) {
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
        return load(ConfigSources.ofThisProgram(), file);
    }

    static DealsConfig load(ConfigSources sources, Path file) {
        return new DealsConfig(ConfigReader.load(sources, Objects.requireNonNull(file, "file")), HandedIn.NOTHING);
    }

    /**
     * {@return what this map says, and no other source} The environment is asked only for what {@code ${NAME}} names.
     * Keys that do not start with {@code deals.} are left alone.
     *
     * @param values the keys as they are written in a file, with their values
     * @throws ConfigurationException if any of it is unknown or unusable
     */
    public static DealsConfig from(Map<String, String> values) {
        return from(ConfigSources.ofThisProgram(), values);
    }

    static DealsConfig from(ConfigSources sources, Map<String, String> values) {
        return new DealsConfig(ConfigReader.from(sources, Objects.requireNonNull(values, "values")), HandedIn.NOTHING);
    }

    /** {@return a builder whose values win over system properties, environment and file} */
    public static Builder builder() {
        return new Builder(null, null);
    }

    static Builder builder(ConfigSources sources) {
        return new Builder(sources, null);
    }

    /**
     * {@return a builder that begins with this configuration, its listeners and its HTTP client} No other source is looked at: what
     * the builder does not set is taken from here, whatever environment, system properties and files say. So {@code
     * DealsConfig.from(map).toBuilder()} is a closed configuration that takes listeners.
     */
    public Builder toBuilder() {
        Builder builder = new Builder(null, tree);
        builder.httpClient = handedIn.httpClient();
        builder.listeners.addAll(handedIn.listeners());
        builder.checksStagesInBackground = handedIn.checksStagesInBackground();
        return builder;
    }

    /** {@return every key that there is, in the order of the reference, {@code docs/configuration.md}} */
    public static List<ConfigOption> options() {
        return Arrays.stream(ConfigKey.values())
                .map(key -> new ConfigOption(
                        key.key(),
                        key.kind().format(),
                        key.defaultText(),
                        key.description(),
                        key.kind().isSecret()))
                .toList();
    }

    /** {@return {@code deals.provider}: the id of the provider, such as {@code play2sell}; connecting needs one} */
    public Optional<String> provider() {
        return text(ConfigKey.PROVIDER);
    }

    /** {@return {@code deals.token}: the bearer token} A secret: keep it out of logs. */
    public Optional<String> token() {
        return text(ConfigKey.TOKEN);
    }

    /** {@return {@code deals.token-file}: the file that holds the bearer token, read again when it changes} */
    public Optional<Path> tokenFile() {
        return path(ConfigKey.TOKEN_FILE);
    }

    /** {@return {@code deals.oauth.client-id}; present if and only if the client secret is} */
    public Optional<String> oauthClientId() {
        return text(ConfigKey.OAUTH_CLIENT_ID);
    }

    /** {@return {@code deals.oauth.client-secret}} A secret: keep it out of logs. */
    public Optional<String> oauthClientSecret() {
        return text(ConfigKey.OAUTH_CLIENT_SECRET);
    }

    /** {@return {@code deals.oauth.scope}: scopes separated by spaces; empty leaves them to the vendor} */
    public Optional<String> oauthScope() {
        return text(ConfigKey.OAUTH_SCOPE);
    }

    /** {@return {@code deals.oauth.audience}; empty leaves it to the vendor} */
    public Optional<String> oauthAudience() {
        return text(ConfigKey.OAUTH_AUDIENCE);
    }

    /** {@return {@code deals.oauth.token-url}: an absolute http or https URL; empty for the vendor's own} */
    public Optional<URI> oauthTokenUrl() {
        return url(ConfigKey.OAUTH_TOKEN_URL);
    }

    /**
     * {@return {@code deals.base-url}: scheme, host and the prefix of a gateway, without the vendor's version path,
     * query or user info; empty for the vendor's own}
     */
    public Optional<URI> baseUrl() {
        return url(ConfigKey.BASE_URL);
    }

    /**
     * {@return {@code deals.stages.NAME}: the vendor's stage id or stage name by alias, in the order in which they are written,
     * and sorted by alias where there is none; empty when there are none} Case counts.
     */
    public Map<String, String> stages() {
        return tree.settings().namedAsWritten(ConfigKey.STAGES);
    }

    /**
     * {@return {@code deals.fields.NAME}: the vendor's key of a custom field by alias, sorted by alias; empty when
     * there are none} Case counts.
     */
    public Map<String, String> fields() {
        return tree.settings().named(ConfigKey.FIELDS);
    }

    /** {@return {@code deals.reference-field}: alias or key of the custom field that keeps references} */
    public Optional<String> referenceField() {
        return text(ConfigKey.REFERENCE_FIELD);
    }

    /** {@return the first of {@link #wonStages()}, where a deal is moved to win it} */
    public Optional<String> wonStage() {
        return first(wonStages());
    }

    /**
     * {@return {@code deals.won-stage}: aliases, ids or names of the stages of won deals, where closing is a move; empty when
     * there are none}
     */
    public List<String> wonStages() {
        return words(ConfigKey.WON_STAGE);
    }

    /** {@return the first of {@link #lostStages()}, where a deal is moved to lose it} */
    public Optional<String> lostStage() {
        return first(lostStages());
    }

    /**
     * {@return {@code deals.lost-stage}: aliases, ids or names of the stages of lost deals, where closing is a move; empty when
     * there are none}
     */
    public List<String> lostStages() {
        return words(ConfigKey.LOST_STAGE);
    }

    /**
     * {@return {@code deals.other-stages}: whether a deal in a stage that is neither won nor lost is open, where both are set;
     * true by default}
     */
    public boolean otherStagesAreOpen() {
        return Values.otherStagesAreOpen(orDefault(ConfigKey.OTHER_STAGES));
    }

    /**
     * {@return {@code deals.keep.FIELD}: where fields are kept that the vendor has no place for, such as {@code custom:margin};
     * empty when there are none}
     */
    public Map<DealField, String> keep() {
        return byField(ConfigKey.KEEP);
    }

    /** {@return {@code deals.drop}: the fields that are left out where the vendor has no place for them; none by default} */
    public Set<DealField> drop() {
        return text(ConfigKey.DROP).map(FieldNames::parseAll).orElse(Set.of());
    }

    /**
     * {@return {@code deals.default.FIELD}: what is sent where the vendor requires a field and the caller has not said it; empty
     * when there are none}
     */
    public Map<DealField, String> defaults() {
        return byField(ConfigKey.DEFAULT);
    }

    /** {@return {@code deals.lost-reasons.NAME}: the vendor's reason by alias; empty when there are none} Case counts. */
    public Map<String, String> lostReasons() {
        return tree.settings().named(ConfigKey.LOST_REASONS);
    }

    /** {@return {@code deals.owners.NAME}: the vendor's id of an owner by alias; empty when there are none} Case counts. */
    public Map<String, String> owners() {
        return tree.settings().named(ConfigKey.OWNERS);
    }

    /** {@return {@code deals.currency}: the account's currency, an ISO 4217 code; empty leaves values without one} */
    public Optional<String> currency() {
        return text(ConfigKey.CURRENCY);
    }

    /** {@return {@code deals.local-query}: whether the SDK applies filters that the vendor lacks; false by default} */
    public boolean filtersLocally() {
        return localQuery().contains(Values.LocalQuery.FILTERS);
    }

    /** {@return {@code deals.local-query}: whether the SDK applies orders that the vendor lacks; false by default} */
    public boolean sortsLocally() {
        return localQuery().contains(Values.LocalQuery.SORTS);
    }

    /** {@return {@code deals.local-sort-limit}: how many deals the SDK orders in memory at most; 10,000 by default} */
    public int localSortLimit() {
        return Values.count(orDefault(ConfigKey.LOCAL_SORT_LIMIT));
    }

    /** {@return {@code deals.require-usage}: a recorded usage file, all of which must work; empty for none} */
    public Optional<Path> requireUsage() {
        return path(ConfigKey.REQUIRE_USAGE);
    }

    private Set<Values.LocalQuery> localQuery() {
        return text(ConfigKey.LOCAL_QUERY).map(Values::localQuery).orElse(Set.of());
    }

    private Map<DealField, String> byField(ConfigKey key) {
        Map<DealField, String> values = new EnumMap<>(DealField.class);
        tree.settings()
                .named(key)
                .forEach((name, text) -> values.put(FieldNames.parse(name).orElseThrow(), text));
        return Collections.unmodifiableMap(values);
    }

    /** {@return {@code deals.open-stage}: alias, id or name of the stage that reopened deals go to} */
    public Optional<String> openStage() {
        return text(ConfigKey.OPEN_STAGE);
    }

    /** {@return {@code deals.require}: connecting fails if the provider lacks one of these; none by default} */
    public Set<Operation> require() {
        return text(ConfigKey.REQUIRE).map(Values::operations).orElse(Set.of());
    }

    /**
     * {@return {@code deals.allow-unverified}: whether calls the vendor documents incompletely are used; false by
     * default}
     */
    public boolean allowUnverified() {
        return Values.flag(orDefault(ConfigKey.ALLOW_UNVERIFIED));
    }

    /**
     * {@return {@code deals.allow-cleartext}: whether plain http may leave this computer, token included; false by
     * default}
     */
    public boolean allowCleartext() {
        return Values.flag(orDefault(ConfigKey.ALLOW_CLEARTEXT));
    }

    /** {@return {@code deals.connect-timeout}: the time to open a connection; 5 s by default} */
    public Duration connectTimeout() {
        return Values.duration(orDefault(ConfigKey.CONNECT_TIMEOUT));
    }

    /** {@return {@code deals.call-timeout}: the time of one call with all its attempts and waits; 30 s by default} */
    public Duration callTimeout() {
        return Values.duration(orDefault(ConfigKey.CALL_TIMEOUT));
    }

    /** {@return {@code deals.attempt-timeout}: from connecting to the last byte of one answer; 15 s by default} */
    public Duration attemptTimeout() {
        return Values.duration(orDefault(ConfigKey.ATTEMPT_TIMEOUT));
    }

    /** {@return {@code deals.max-retry-delay}: the longest wait between two attempts; 20 s by default} */
    public Duration maxRetryDelay() {
        return Values.duration(orDefault(ConfigKey.MAX_RETRY_DELAY));
    }

    /**
     * {@return {@code deals.settle-time}: how long a deal is read again after an uncertain move, win, loss or reopening,
     * before the request may be sent again; 3 s by default; empty for {@code off}, where it is never sent again}
     */
    public Optional<Duration> settleTime() {
        return Values.durationOrOff(orDefault(ConfigKey.SETTLE_TIME));
    }

    /** {@return {@code deals.max-attempts}: the first one counted, 1 to 100; 4 by default} */
    public int maxAttempts() {
        return Values.attempts(orDefault(ConfigKey.MAX_ATTEMPTS));
    }

    /**
     * {@return {@code deals.rate-limit}: {@code off}, or calls per time such as {@code 10/1s,60/1m}, all of which hold;
     * empty for the limit that the vendor documents}
     */
    public Optional<String> rateLimit() {
        return text(ConfigKey.RATE_LIMIT).map(RateWindow::compact);
    }

    /**
     * {@return {@code deals.quota-store}: where all processes of an account share its quota; empty where each process keeps its
     * own} May hold a password: keep it out of logs.
     */
    public Optional<URI> quotaStore() {
        return text(ConfigKey.QUOTA_STORE).map(StoreUrl::parse);
    }

    /**
     * {@return {@code deals.quota-share}: how much of the quota this process takes while the quota store cannot be reached, in
     * percent; 20 by default}
     */
    public int quotaShare() {
        return Values.percent(orDefault(ConfigKey.QUOTA_SHARE));
    }

    /**
     * {@return {@code deals.circuit}: {@code off}, or how many failed attempts in a row stop the calls of an account, and for
     * how long; {@code 10/30s} by default}
     */
    public String circuit() {
        return orDefault(ConfigKey.CIRCUIT);
    }

    /** {@return {@code deals.max-response-bytes}: the largest answer that is read, in bytes; 32 MiB by default} */
    public long maxResponseBytes() {
        return Values.bytes(orDefault(ConfigKey.MAX_RESPONSE_BYTES));
    }

    /** {@return {@code deals.prefetch-pages}: whether a listing fetches the next page while one is read; true by default} */
    public boolean prefetchPages() {
        return Values.flag(orDefault(ConfigKey.PREFETCH_PAGES));
    }

    /** {@return {@code deals.usage-file}: where what the program uses is recorded; empty for nowhere} */
    public Optional<Path> usageFile() {
        return path(ConfigKey.USAGE_FILE);
    }

    /**
     * {@return {@code deals.crosswalk}: the cross-walk of a transfer to this account, by which old ids of deals keep working;
     * empty for none}
     */
    public Optional<Path> crosswalk() {
        return text(ConfigKey.CROSSWALK).map(Values::path);
    }

    /**
     * {@return {@code deals.shadow}: the configuration file of another account that what is read is compared with; empty for
     * none}
     */
    public Optional<Path> shadow() {
        return text(ConfigKey.SHADOW).map(Values::path);
    }

    /** {@return {@code deals.shadow.sample}: how much of what is read is compared, in percent; 100 by default} */
    public int shadowSample() {
        return Values.percent(orDefault(ConfigKey.SHADOW_SAMPLE));
    }

    /**
     * {@return {@code deals.shadow.share}: how much of the other account's rate limit comparing takes at most, in percent; 20 by
     * default}
     */
    public int shadowShare() {
        return Values.percent(orDefault(ConfigKey.SHADOW_SHARE));
    }

    /**
     * {@return {@code deals.shadow.ignore}: the names of the fields that are not compared, such as {@code updated-at} or {@code
     * custom.margin}; by default those that two accounts never have in common}
     */
    public Set<String> shadowIgnore() {
        return FieldNames.parseCompared(orDefault(ConfigKey.SHADOW_IGNORE));
    }

    /**
     * {@return the caller's own client, whose connection pool is shared and which is never closed} Only a builder can set
     * it.
     */
    public Optional<OkHttpClient> httpClient() {
        return Optional.ofNullable(handedIn.httpClient());
    }

    /** {@return who is told of the calls of a client, in the order in which they were added} Only a builder can add them. */
    public List<CallListener> listeners() {
        return handedIn.listeners();
    }

    /** {@return whether connecting leaves the check of the configured stages to the background} Only a builder can say so. */
    public boolean checksStagesInBackground() {
        return handedIn.checksStagesInBackground();
    }

    /**
     * {@return where this configuration was read, apart from what higher sources replace: the path of a file, {@code map}, or
     * a sentence where there was neither; with the name of the connection, such as {@code deals.properties, connection emea}}
     */
    public String source() {
        return tree.source();
    }

    /** {@return the name of the connection that this is, such as {@code emea}; empty at the top level} */
    public Optional<String> connectionName() {
        return Optional.of(tree.settings().connection()).filter(name -> !name.isEmpty());
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

    private Optional<String> text(ConfigKey key) {
        return tree.settings().text(key);
    }

    private Optional<Path> path(ConfigKey key) {
        return text(key).map(Values::path);
    }

    private Optional<URI> url(ConfigKey key) {
        return text(key).map(ServiceUrl::parse);
    }

    private List<String> words(ConfigKey key) {
        return text(key).map(Values::words).orElse(List.of());
    }

    private static Optional<String> first(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(words.get(0));
    }

    private String orDefault(ConfigKey key) {
        return text(key).orElseThrow(() -> new IllegalStateException(key + " has no default"));
    }

    /** Collects the values of a {@link DealsConfig}; they are taken as they are and checked together. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Set<String> unset = new HashSet<>();
        private final @Nullable ConfigSources sources;
        private final List<CallListener> listeners = new ArrayList<>();
        private @Nullable OkHttpClient httpClient;
        private @Nullable Path onlyFile;
        private boolean checksStagesInBackground;

        private final @Nullable ConfigTree base;

        private Builder(@Nullable ConfigSources sources, @Nullable ConfigTree base) {
            this.sources = sources;
            this.base = base;
        }

        /**
         * Shares the connection pool of the caller's own HTTP client and takes over its settings, such as proxy, TLS and
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
         * Reads this file in place of all lower sources: what the builder does not set is taken from it alone, whatever
         * environment and system properties say. Made to look at a configuration and to compare it: a token, client id or
         * secret with a variable that is not set keeps its text, such as {@code ${STORA_TOKEN}}, and is no fault.
         *
         * @param file properties in UTF-8
         * @return this builder
         * @throws IllegalStateException if the builder is of {@link DealsConfig#toBuilder()}
         */
        public Builder onlyFile(Path file) {
            if (base != null) {
                throw new IllegalStateException(
                        "onlyFile: this builder begins with a configuration, and reads no file");
            }
            onlyFile = Objects.requireNonNull(file, "file");
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
         * Leaves out all listeners, those too that the configuration has with which this builder began.
         *
         * @return this builder
         */
        public Builder clearListeners() {
            listeners.clear();
            return this;
        }

        /**
         * Whether connecting sends nothing at all, for programs whose start must not wait for a vendor: the stages that the
         * configuration names are then looked for on a thread of the SDK. One that the account does not have is an error in
         * the log, and refused where it is first used.
         *
         * @param background false by default: connecting reads the stages, and refuses such a configuration
         * @return this builder
         */
        public Builder checkStagesInBackground(boolean background) {
            checksStagesInBackground = background;
            return this;
        }

        /**
         * Sets any key, as it is written in a file, such as {@code deals.connections.emea.token}; {@code deals.config}
         * chooses the file.
         *
         * @param key starts with {@code deals.}
         * @param value taken as it is: {@code ${NAME}} has no meaning here
         * @return this builder
         */
        public Builder set(String key, String value) {
            values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, () -> "value of " + key));
            return this;
        }

        /**
         * Leaves out a key that the configuration sets with which this builder began; without effect if that does not set it.
         *
         * @param key as a file has it, such as {@code deals.shadow}
         * @return this builder
         * @throws IllegalStateException if this is not a builder of {@link DealsConfig#toBuilder()}
         */
        public Builder unset(String key) {
            if (base == null) {
                throw new IllegalStateException("unset: this builder does not begin with a configuration");
            }
            unset.add(Objects.requireNonNull(key, "key"));
            values.remove(key);
            return this;
        }

        /**
         * {@code deals.provider}: the vendor to talk to.
         *
         * @param id such as {@code play2sell}
         * @return this builder
         */
        public Builder provider(String id) {
            return set(ConfigKey.PROVIDER, "id", id);
        }

        /**
         * {@code deals.token}: the bearer token.
         *
         * @param token without the word Bearer
         * @return this builder
         */
        public Builder token(String token) {
            return set(ConfigKey.TOKEN, "token", token);
        }

        /**
         * {@code deals.token-file}: a file with the bearer token, read again when it changes.
         *
         * @param file of the default file system
         * @return this builder
         * @throws IllegalArgumentException if the path is of another file system
         */
        public Builder tokenFile(Path file) {
            if (!file.getFileSystem().equals(FileSystems.getDefault())) {
                throw new IllegalArgumentException("file: " + file + " is not in the default file system");
            }
            return set(ConfigKey.TOKEN_FILE, "file", file.toString());
        }

        /**
         * {@code deals.oauth.client-id} and {@code deals.oauth.client-secret}, where the vendor has client credentials.
         *
         * @param clientId as the vendor shows it
         * @param clientSecret appears in no message and in no description
         * @return this builder
         */
        public Builder oauthClient(String clientId, String clientSecret) {
            Objects.requireNonNull(clientSecret, "clientSecret");
            Builder unused = set(ConfigKey.OAUTH_CLIENT_ID, "clientId", clientId);
            return set(ConfigKey.OAUTH_CLIENT_SECRET, "clientSecret", clientSecret);
        }

        /**
         * {@code deals.oauth.scope}: what the token shall allow.
         *
         * @param scope one or more, separated by spaces
         * @return this builder
         */
        public Builder oauthScope(String scope) {
            return set(ConfigKey.OAUTH_SCOPE, "scope", scope);
        }

        /**
         * {@code deals.oauth.audience}: what the token shall be good for.
         *
         * @param audience in place of the vendor's own
         * @return this builder
         */
        public Builder oauthAudience(String audience) {
            return set(ConfigKey.OAUTH_AUDIENCE, "audience", audience);
        }

        /**
         * {@code deals.oauth.token-url}: where tokens are issued.
         *
         * @param url https, or http to this computer
         * @return this builder
         */
        public Builder oauthTokenUrl(String url) {
            return set(ConfigKey.OAUTH_TOKEN_URL, "url", url);
        }

        /**
         * {@code deals.base-url}: where the vendor, its sandbox or a gateway in front of it answers.
         *
         * @param url https, or http to this computer; without the vendor's version path
         * @return this builder
         */
        public Builder baseUrl(String url) {
            return set(ConfigKey.BASE_URL, "url", url);
        }

        /**
         * {@code deals.stages.NAME}: adds an alias for {@link StageRef#named(String)}.
         *
         * @param alias the program's own name for the stage; case counts
         * @param idOrName the vendor's id of the stage, or its name
         * @return this builder
         */
        public Builder stage(String alias, String idOrName) {
            return set("deals.stages." + Objects.requireNonNull(alias, "alias"), idOrName);
        }

        /**
         * {@code deals.fields.NAME}: adds an alias for a custom field.
         *
         * @param alias the program's own name for the field; case counts
         * @param key the vendor's
         * @return this builder
         */
        public Builder field(String alias, String key) {
            return set("deals.fields." + Objects.requireNonNull(alias, "alias"), key);
        }

        /**
         * {@code deals.reference-field}: the custom field that keeps {@link NewDeal#reference()}.
         *
         * @param field its alias, or the vendor's key
         * @return this builder
         */
        public Builder referenceField(String field) {
            return set(ConfigKey.REFERENCE_FIELD, "field", field);
        }

        /**
         * {@code deals.won-stage}: the stage of won deals, where closing is a move.
         *
         * @param stage alias, id or name; several are separated by commas
         * @return this builder
         */
        public Builder wonStage(String stage) {
            return set(ConfigKey.WON_STAGE, "stage", stage);
        }

        /**
         * {@code deals.lost-stage}: the stage of lost deals, where closing is a move.
         *
         * @param stage alias, id or name; several are separated by commas
         * @return this builder
         */
        public Builder lostStage(String stage) {
            return set(ConfigKey.LOST_STAGE, "stage", stage);
        }

        /**
         * {@code deals.open-stage}: the stage that reopened deals go to.
         *
         * @param stage alias, id or name
         * @return this builder
         */
        public Builder openStage(String stage) {
            return set(ConfigKey.OPEN_STAGE, "stage", stage);
        }

        /**
         * {@code deals.other-stages}: whether a deal in a stage that is neither won nor lost is open, where both are set.
         *
         * @param open true by default; false makes its status unknown
         * @return this builder
         */
        public Builder otherStagesAreOpen(boolean open) {
            return set(ConfigKey.OTHER_STAGES, "open", open ? "open" : "unknown");
        }

        /**
         * {@code deals.keep.FIELD}: where a field is kept that the vendor has no place for.
         *
         * @param field any but the stage and the custom fields
         * @param place {@code custom:KEY} for a custom field by its alias or the vendor's key, {@code extra:KEY} for a text field of
         *     the vendor's own, or {@code value} for the final value
         * @return this builder
         */
        public Builder keep(DealField field, String place) {
            return set("deals.keep." + FieldNames.of(field), Objects.requireNonNull(place, "place"));
        }

        /**
         * {@code deals.drop}: the fields that are left out where the vendor has no place for them.
         *
         * @param fields in place of those dropped so far
         * @return this builder
         */
        public Builder drop(DealField... fields) {
            return set(
                    ConfigKey.DROP,
                    "fields",
                    Arrays.stream(fields).map(FieldNames::of).collect(Collectors.joining(",")));
        }

        /**
         * {@code deals.default.FIELD}: what is sent where the vendor requires a field and the caller has not said it.
         *
         * @param field any but the custom fields
         * @param value plain decimals, ISO dates, texts; the alias, id or name of a stage
         * @return this builder
         */
        public Builder defaultValue(DealField field, String value) {
            return set("deals.default." + FieldNames.of(field), Objects.requireNonNull(value, "value"));
        }

        /**
         * {@code deals.lost-reasons.NAME}: what the program calls a reason of the vendor's.
         *
         * @param alias the program's word
         * @param reason the vendor's word
         * @return this builder
         */
        public Builder lostReason(String alias, String reason) {
            return set("deals.lost-reasons." + Objects.requireNonNull(alias, "alias"), reason);
        }

        /**
         * {@code deals.owners.NAME}: what the program calls a user of the account.
         *
         * @param alias the program's word
         * @param ownerId the vendor's id
         * @return this builder
         */
        public Builder owner(String alias, String ownerId) {
            return set("deals.owners." + Objects.requireNonNull(alias, "alias"), ownerId);
        }

        /**
         * {@code deals.currency}: the account's currency, where the vendor has none.
         *
         * @param code an ISO 4217 code, three upper-case letters
         * @return this builder
         */
        public Builder currency(String code) {
            return set(ConfigKey.CURRENCY, "code", code);
        }

        /**
         * {@code deals.local-query}: applies filters that the vendor lacks to what is read.
         *
         * @param sorts whether orders are applied as well, in memory
         * @return this builder
         */
        public Builder localQuery(boolean sorts) {
            return set(ConfigKey.LOCAL_QUERY, "sorts", sorts ? "filters,sorts" : "filters");
        }

        /**
         * {@code deals.local-sort-limit}: how many deals are ordered in memory at most.
         *
         * @param deals 1 to 1,000,000
         * @return this builder
         */
        public Builder localSortLimit(int deals) {
            return set(ConfigKey.LOCAL_SORT_LIMIT, "deals", Integer.toString(deals));
        }

        /**
         * {@code deals.require-usage}: connecting fails if anything that the program was recorded to use cannot work.
         *
         * @param file a usage file, as {@code deals.usage-file} writes it
         * @return this builder
         */
        public Builder requireUsage(Path file) {
            return set(ConfigKey.REQUIRE_USAGE, "file", file.toString());
        }

        /**
         * {@code deals.require}: connecting fails if the provider lacks one of these.
         *
         * @param operations in place of those required so far
         * @return this builder
         */
        public Builder require(Operation... operations) {
            String words = Arrays.stream(operations).map(Operation::key).collect(Collectors.joining(","));
            return set(ConfigKey.REQUIRE, "operations", words);
        }

        /**
         * {@code deals.allow-unverified}: whether calls the vendor documents incompletely are used.
         *
         * @param allowed false by default
         * @return this builder
         */
        public Builder allowUnverified(boolean allowed) {
            return set(ConfigKey.ALLOW_UNVERIFIED, "allowed", Boolean.toString(allowed));
        }

        /**
         * {@code deals.allow-cleartext}: whether plain http may leave this computer, token included.
         *
         * @param allowed false by default
         * @return this builder
         */
        public Builder allowCleartext(boolean allowed) {
            return set(ConfigKey.ALLOW_CLEARTEXT, "allowed", Boolean.toString(allowed));
        }

        /**
         * {@code deals.connect-timeout}: the time to open a connection; 5 s by default.
         *
         * @param timeout in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder connectTimeout(Duration timeout) {
            return set(ConfigKey.CONNECT_TIMEOUT, "timeout", timeout);
        }

        /**
         * {@code deals.call-timeout}: the time of one call with all its attempts and waits; 30 s by default.
         *
         * @param timeout in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder callTimeout(Duration timeout) {
            return set(ConfigKey.CALL_TIMEOUT, "timeout", timeout);
        }

        /**
         * {@code deals.attempt-timeout}: from connecting to the last byte of one answer; 15 s by default.
         *
         * @param timeout in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder attemptTimeout(Duration timeout) {
            return set(ConfigKey.ATTEMPT_TIMEOUT, "timeout", timeout);
        }

        /**
         * {@code deals.max-retry-delay}: the longest wait between two attempts; 20 s by default.
         *
         * @param delay in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder maxRetryDelay(Duration delay) {
            return set(ConfigKey.MAX_RETRY_DELAY, "delay", delay);
        }

        /**
         * {@code deals.settle-time}: how long a deal is read again after an uncertain move, win, loss or reopening, before the
         * request may be sent again; 3 s by default.
         *
         * @param time in whole milliseconds, up to 24 days; zero for {@code off}: such a request is never sent again
         * @return this builder
         */
        public Builder settleTime(Duration time) {
            return set(ConfigKey.SETTLE_TIME, "time", Values.durationOrOffText(Objects.requireNonNull(time, "time")));
        }

        /**
         * {@code deals.max-attempts}: how often a call is tried; 4 by default.
         *
         * @param attempts the first one counted, 1 to 100
         * @return this builder
         */
        public Builder maxAttempts(int attempts) {
            return set(ConfigKey.MAX_ATTEMPTS, "attempts", Integer.toString(attempts));
        }

        /**
         * {@code deals.rate-limit}: how fast calls may follow each other; by default what the vendor documents.
         *
         * @param limit {@code off}, or calls per time such as {@code 10/1s,60/1m}
         * @return this builder
         */
        public Builder rateLimit(String limit) {
            return set(ConfigKey.RATE_LIMIT, "limit", limit);
        }

        /**
         * {@code deals.quota-store}: where all processes of an account share its quota; needs the artifact {@code
         * deals-quota-redis}.
         *
         * @param url such as {@code redis://host:6379}; it may hold a password
         * @return this builder
         */
        public Builder quotaStore(String url) {
            return set(ConfigKey.QUOTA_STORE, "url", url);
        }

        /**
         * {@code deals.quota-share}: how much of the quota this process takes while the quota store cannot be reached; 20 by
         * default.
         *
         * @param percent 1 to 100; 100 divided by the number of processes keeps to the quota in any case
         * @return this builder
         */
        public Builder quotaShare(int percent) {
            return set(ConfigKey.QUOTA_SHARE, "percent", percent + "%");
        }

        /**
         * {@code deals.circuit}: when the calls of an account stop because its vendor is failing; {@code 10/30s} by default.
         *
         * @param rule {@code off}, or how many failed attempts in a row stop them and for how long, such as {@code 10/30s}
         * @return this builder
         */
        public Builder circuit(String rule) {
            return set(ConfigKey.CIRCUIT, "rule", rule);
        }

        /**
         * {@code deals.max-response-bytes}: the largest answer that is read; 32 MiB by default.
         *
         * @param bytes above zero
         * @return this builder
         */
        public Builder maxResponseBytes(long bytes) {
            return set(ConfigKey.MAX_RESPONSE_BYTES, "bytes", Long.toString(bytes));
        }

        /**
         * {@code deals.prefetch-pages}: whether a listing fetches the next page while one is read; true by default. It begins
         * with the third page: who reads no further than the first causes no request for a second.
         *
         * @param prefetch false where each request counts more than time, as under a narrow quota
         * @return this builder
         */
        public Builder prefetchPages(boolean prefetch) {
            return set(ConfigKey.PREFETCH_PAGES, "prefetch", Boolean.toString(prefetch));
        }

        /**
         * {@code deals.usage-file}: what the program uses is written into this file, by the module {@code deals-portability}.
         *
         * @param file properties; made when there is none, added to when there is one
         * @return this builder
         */
        public Builder usageFile(Path file) {
            return set(ConfigKey.USAGE_FILE, "file", file.toString());
        }

        /**
         * {@code deals.crosswalk}: lets the program go on with the ids that its deals had before they were transferred to this
         * account; needs the artifact {@code deals-transfer}.
         *
         * @param file the CSV that {@code deals transfer run --crosswalk} writes; read again when it changes
         * @return this builder
         */
        public Builder crosswalk(Path file) {
            return set(ConfigKey.CROSSWALK, "file", file.toString());
        }

        /**
         * {@code deals.shadow}: compares what the program reads with what another account shows of the same deals, without the
         * program waiting for it; needs the artifact {@code deals-transfer}.
         *
         * @param file the configuration of the other account; its cross-walk, if it has one, tells which deals are the same
         * @return this builder
         */
        public Builder shadow(Path file) {
            return set(ConfigKey.SHADOW, "file", file.toString());
        }

        /**
         * {@code deals.shadow.sample}: how much of what is read is compared; 100 by default.
         *
         * @param percent 1 to 100
         * @return this builder
         */
        public Builder shadowSample(int percent) {
            return set(ConfigKey.SHADOW_SAMPLE, "percent", percent + "%");
        }

        /**
         * {@code deals.shadow.share}: how much of the other account's rate limit comparing takes at most; 20 by default.
         *
         * @param percent 1 to 100
         * @return this builder
         */
        public Builder shadowShare(int percent) {
            return set(ConfigKey.SHADOW_SHARE, "percent", percent + "%");
        }

        /**
         * {@code deals.shadow.ignore}: the fields that are not compared.
         *
         * @param fields as in a file, such as {@code owner-ids}, {@code updated-at} or {@code custom.margin}, in place of the
         *     default; without any, all fields are compared
         * @return this builder
         */
        public Builder shadowIgnore(String... fields) {
            return set(ConfigKey.SHADOW_IGNORE, "fields", fields.length == 0 ? "none" : String.join(",", fields));
        }

        /**
         * {@return these values on top of system properties, environment and file, as they are now; those of {@link
         * DealsConfig#toBuilder()} on top of the configuration that they began with}
         *
         * @throws ConfigurationException if any of it is unknown or unusable
         */
        public DealsConfig build() {
            ConfigSources from = sources == null ? ConfigSources.ofThisProgram() : sources;
            HandedIn handedIn = new HandedIn(httpClient, List.copyOf(listeners), checksStagesInBackground);
            if (base != null) {
                return new DealsConfig(ConfigReader.over(from, base, values, unset), handedIn);
            }
            ConfigTree tree =
                    onlyFile == null ? ConfigReader.load(from, values) : ConfigReader.loadOnly(from, onlyFile, values);
            return new DealsConfig(tree, handedIn);
        }

        private Builder set(ConfigKey key, String parameter, Duration value) {
            return set(key, parameter, Values.durationText(Objects.requireNonNull(value, parameter)));
        }

        private Builder set(ConfigKey key, String parameter, String value) {
            return set(key.key(), Objects.requireNonNull(value, parameter));
        }
    }
}
