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
 * The configuration of a client: the vendor, the account, and timeouts, retries and limits. Immutable and safe for use
 * by multiple threads.
 *
 * <p>Each value comes from the first of these sources that sets it:
 *
 * <ol>
 *   <li>the {@linkplain #builder() builder};
 *   <li>system properties such as {@code deals.call-timeout};
 *   <li>environment variables such as {@code DEALS_CALL_TIMEOUT}. If a key contains a name of your choice, as in {@code
 *       DEALS_STAGES_QUALIFIED}, the variable refers to the spelling of that name in another source, or otherwise to
 *       the name in lower case;
 *   <li>one properties file in UTF-8: the file that {@code deals.config} names (as a system property, as {@code
 *       DEALS_CONFIG} or on the builder), which must then exist; otherwise {@code deals.properties} in the working
 *       directory; otherwise {@code deals.properties} on the class path; otherwise none.
 * </ol>
 *
 * <p>In files, maps and system properties, {@code ${NAME}} is replaced by an environment variable; <code>$${</code>
 * stands for a literal <code>${</code>. Whitespace around a value is removed.
 *
 * <p>Unknown {@code deals.*} keys of the builder, a file or a map, and invalid values, are refused with one {@link
 * ConfigurationException} that lists all of them. An unknown environment variable or system property may belong to
 * another program: it is refused if it differs from a known key by one letter, and otherwise logged as a warning. An
 * empty variable counts as not set. A value that a higher source overrides is not checked. {@link
 * DealsClient#connect(DealsConfig)} reports a missing provider or missing credentials. Secrets never appear in messages
 * or descriptions.
 */
public final class DealsConfig {
    private final ConfigTree tree;
    private final HandedIn handedIn;

    /** Objects of the program, which a file cannot contain. */
    private record HandedIn(
            @Nullable OkHttpClient httpClient, List<CallListener> listeners, boolean checksStagesInBackground) {
        static final HandedIn NOTHING = new HandedIn(null, List.of(), false);
    }

    private DealsConfig(ConfigTree tree, HandedIn handedIn) {
        this.tree = tree;
        this.handedIn = handedIn;
    }

    /**
     * {@return the configuration from system properties, the environment and the configuration file}
     *
     * @throws ConfigurationException if a key is unknown or a value is invalid
     */
    public static DealsConfig load() {
        return builder().build();
    }

    /**
     * {@return the configuration from system properties, the environment and a given file, which replaces the one that
     * {@code deals.config} names}
     *
     * @param file a properties file in UTF-8
     * @throws ConfigurationException if a key is unknown, a value is invalid, or the file cannot be read
     */
    public static DealsConfig load(Path file) {
        return load(ConfigSources.ofThisProgram(), file);
    }

    static DealsConfig load(ConfigSources sources, Path file) {
        return new DealsConfig(ConfigReader.load(sources, Objects.requireNonNull(file, "file")), HandedIn.NOTHING);
    }

    /**
     * {@return the configuration from a map and no other source} The environment is used only to replace {@code
     * ${NAME}}. Keys that do not start with {@code deals.} are ignored.
     *
     * @param values the values by key, as in a configuration file
     * @throws ConfigurationException if a key is unknown or a value is invalid
     */
    public static DealsConfig from(Map<String, String> values) {
        return from(ConfigSources.ofThisProgram(), values);
    }

    static DealsConfig from(ConfigSources sources, Map<String, String> values) {
        return new DealsConfig(ConfigReader.from(sources, Objects.requireNonNull(values, "values")), HandedIn.NOTHING);
    }

    /** {@return a builder whose values override system properties, the environment and the configuration file} */
    public static Builder builder() {
        return new Builder(null, null);
    }

    static Builder builder(ConfigSources sources) {
        return new Builder(sources, null);
    }

    /**
     * {@return a builder that starts with the values, listeners and HTTP client of this configuration} It reads no
     * other source: a value that the builder does not set is taken from this configuration, regardless of the
     * environment, system properties and files. {@code DealsConfig.from(map).toBuilder()} therefore builds a
     * configuration that depends only on the map, and to which listeners can be added.
     */
    public Builder toBuilder() {
        Builder builder = new Builder(null, tree);
        builder.httpClient = handedIn.httpClient();
        builder.listeners.addAll(handedIn.listeners());
        builder.checksStagesInBackground = handedIn.checksStagesInBackground();
        return builder;
    }

    /** {@return all configuration keys, in the order of the reference in {@code docs/configuration.md}} */
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

    /** {@return {@code deals.provider}: the id of the provider, such as {@code play2sell}; required to connect} */
    public Optional<String> provider() {
        return text(ConfigKey.PROVIDER);
    }

    /** {@return {@code deals.token}: the bearer token} A secret: keep it out of logs. */
    public Optional<String> token() {
        return text(ConfigKey.TOKEN);
    }

    /**
     * {@return {@code deals.token-file}: the file that contains the bearer token; the SDK reads it again when it
     * changes}
     */
    public Optional<Path> tokenFile() {
        return path(ConfigKey.TOKEN_FILE);
    }

    /** {@return {@code deals.oauth.client-id}; present if and only if the client secret is present} */
    public Optional<String> oauthClientId() {
        return text(ConfigKey.OAUTH_CLIENT_ID);
    }

    /** {@return {@code deals.oauth.client-secret}} A secret: keep it out of logs. */
    public Optional<String> oauthClientSecret() {
        return text(ConfigKey.OAUTH_CLIENT_SECRET);
    }

    /** {@return {@code deals.oauth.scope}: the scopes, separated by spaces; empty for the vendor's default} */
    public Optional<String> oauthScope() {
        return text(ConfigKey.OAUTH_SCOPE);
    }

    /** {@return {@code deals.oauth.audience}; empty for the vendor's default} */
    public Optional<String> oauthAudience() {
        return text(ConfigKey.OAUTH_AUDIENCE);
    }

    /** {@return {@code deals.oauth.token-url}: an absolute http or https URL; empty for the vendor's own} */
    public Optional<URI> oauthTokenUrl() {
        return url(ConfigKey.OAUTH_TOKEN_URL);
    }

    /**
     * {@return {@code deals.base-url}: scheme, host and the path prefix of a gateway, without the vendor's version
     * path, query or user info; empty for the vendor's own URL}
     */
    public Optional<URI> baseUrl() {
        return url(ConfigKey.BASE_URL);
    }

    /**
     * {@return {@code deals.stages.NAME}: the vendor's stage ids or stage names by alias, in the order in which they
     * were written, or sorted by alias if the source has no order; empty if there are none} Aliases are case-sensitive.
     */
    public Map<String, String> stages() {
        return tree.settings().namedAsWritten(ConfigKey.STAGES);
    }

    /**
     * {@return {@code deals.fields.NAME}: the vendor's keys of custom fields by alias, sorted by alias; empty if there
     * are none} Aliases are case-sensitive.
     */
    public Map<String, String> fields() {
        return tree.settings().named(ConfigKey.FIELDS);
    }

    /**
     * {@return {@code deals.reference-field}: the alias or key of the custom field that stores {@link
     * NewDeal#reference()}}
     */
    public Optional<String> referenceField() {
        return text(ConfigKey.REFERENCE_FIELD);
    }

    /** {@return the first of {@link #wonStages()}, to which a deal is moved when it is won} */
    public Optional<String> wonStage() {
        return first(wonStages());
    }

    /**
     * {@return {@code deals.won-stage}: aliases, ids or names of the stages of won deals, for vendors that close deals
     * by moving them; empty if there are none}
     */
    public List<String> wonStages() {
        return words(ConfigKey.WON_STAGE);
    }

    /** {@return the first of {@link #lostStages()}, to which a deal is moved when it is lost} */
    public Optional<String> lostStage() {
        return first(lostStages());
    }

    /**
     * {@return {@code deals.lost-stage}: aliases, ids or names of the stages of lost deals, for vendors that close
     * deals by moving them; empty if there are none}
     */
    public List<String> lostStages() {
        return words(ConfigKey.LOST_STAGE);
    }

    /**
     * {@return {@code deals.other-stages}: true if a deal in a stage that is neither won nor lost is open, provided
     * that both are configured; true by default}
     */
    public boolean otherStagesAreOpen() {
        return Values.otherStagesAreOpen(orDefault(ConfigKey.OTHER_STAGES));
    }

    /**
     * {@return {@code deals.keep.FIELD}: where to keep each field that the vendor lacks, such as {@code custom:margin};
     * empty if there are none}
     */
    public Map<DealField, String> keep() {
        return byField(ConfigKey.KEEP);
    }

    /** {@return {@code deals.drop}: the fields that are not sent if the vendor lacks them; none by default} */
    public Set<DealField> drop() {
        return text(ConfigKey.DROP).map(FieldNames::parseAll).orElse(Set.of());
    }

    /**
     * {@return {@code deals.default.FIELD}: the values to send if the vendor requires a field and the caller did not
     * set it; empty if there are none}
     */
    public Map<DealField, String> defaults() {
        return byField(ConfigKey.DEFAULT);
    }

    /**
     * {@return {@code deals.lost-reasons.NAME}: the vendor's reasons by alias; empty if there are none} Aliases are
     * case-sensitive.
     */
    public Map<String, String> lostReasons() {
        return tree.settings().named(ConfigKey.LOST_REASONS);
    }

    /**
     * {@return {@code deals.owners.NAME}: the vendor's ids of owners by alias; empty if there are none} Aliases are
     * case-sensitive.
     */
    public Map<String, String> owners() {
        return tree.settings().named(ConfigKey.OWNERS);
    }

    /**
     * {@return {@code deals.currency}: the currency of the account, an ISO 4217 code; if empty, values carry no
     * currency}
     */
    public Optional<String> currency() {
        return text(ConfigKey.CURRENCY);
    }

    /** {@return {@code deals.local-query}: true if the SDK applies filters that the vendor lacks; false by default} */
    public boolean filtersLocally() {
        return localQuery().contains(Values.LocalQuery.FILTERS);
    }

    /** {@return {@code deals.local-query}: true if the SDK applies orders that the vendor lacks; false by default} */
    public boolean sortsLocally() {
        return localQuery().contains(Values.LocalQuery.SORTS);
    }

    /**
     * {@return {@code deals.local-sort-limit}: the maximum number of deals that the SDK sorts in memory; 10,000 by
     * default}
     */
    public int localSortLimit() {
        return Values.count(orDefault(ConfigKey.LOCAL_SORT_LIMIT));
    }

    /**
     * {@return {@code deals.require-usage}: a recorded usage file, all of whose content the provider must support;
     * empty for none}
     */
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

    /** {@return {@code deals.open-stage}: the alias, id or name of the stage to which reopened deals are moved} */
    public Optional<String> openStage() {
        return text(ConfigKey.OPEN_STAGE);
    }

    /**
     * {@return {@code deals.require}: the operations that the provider must support, otherwise connecting fails; none
     * by default}
     */
    public Set<Operation> require() {
        return text(ConfigKey.REQUIRE).map(Values::operations).orElse(Set.of());
    }

    /**
     * {@return {@code deals.allow-unverified}: true if the SDK may use calls that the vendor documents incompletely;
     * false by default}
     */
    public boolean allowUnverified() {
        return Values.flag(orDefault(ConfigKey.ALLOW_UNVERIFIED));
    }

    /**
     * {@return {@code deals.allow-cleartext}: true if requests, including the token, may leave this machine over plain
     * http; false by default}
     */
    public boolean allowCleartext() {
        return Values.flag(orDefault(ConfigKey.ALLOW_CLEARTEXT));
    }

    /** {@return {@code deals.connect-timeout}: the time limit for opening a connection; 5 s by default} */
    public Duration connectTimeout() {
        return Values.duration(orDefault(ConfigKey.CONNECT_TIMEOUT));
    }

    /**
     * {@return {@code deals.call-timeout}: the time limit of one call with all its attempts and waits; 30 s by default}
     */
    public Duration callTimeout() {
        return Values.duration(orDefault(ConfigKey.CALL_TIMEOUT));
    }

    /**
     * {@return {@code deals.attempt-timeout}: the time limit of one attempt, from connecting to the last byte of the
     * response; 15 s by default}
     */
    public Duration attemptTimeout() {
        return Values.duration(orDefault(ConfigKey.ATTEMPT_TIMEOUT));
    }

    /** {@return {@code deals.max-retry-delay}: the longest wait between two attempts; 20 s by default} */
    public Duration maxRetryDelay() {
        return Values.duration(orDefault(ConfigKey.MAX_RETRY_DELAY));
    }

    /**
     * {@return {@code deals.settle-time}: how long the SDK reads a deal again after an uncertain move, win, loss or
     * reopening before it may retry the request; 3 s by default; empty for {@code off}, which means that the request is
     * never retried}
     */
    public Optional<Duration> settleTime() {
        return Values.durationOrOff(orDefault(ConfigKey.SETTLE_TIME));
    }

    /**
     * {@return {@code deals.max-attempts}: the maximum number of attempts of a call, including the first, 1 to 100; 4
     * by default}
     */
    public int maxAttempts() {
        return Values.attempts(orDefault(ConfigKey.MAX_ATTEMPTS));
    }

    /**
     * {@return {@code deals.rate-limit}: {@code off}, or one or more windows such as {@code 10/1s,60/1m}, all of which
     * apply; empty for the limit that the vendor documents}
     */
    public Optional<String> rateLimit() {
        return text(ConfigKey.RATE_LIMIT).map(RateWindow::compact);
    }

    /**
     * {@return {@code deals.quota-store}: the store through which all processes of an account share its quota; if
     * empty, each process counts on its own} May contain a password: keep it out of logs.
     */
    public Optional<URI> quotaStore() {
        return text(ConfigKey.QUOTA_STORE).map(StoreUrl::parse);
    }

    /**
     * {@return {@code deals.quota-share}: the share of the quota, in percent, that this process uses while the quota
     * store is unreachable; 20 by default}
     */
    public int quotaShare() {
        return Values.percent(orDefault(ConfigKey.QUOTA_SHARE));
    }

    /**
     * {@return {@code deals.circuit}: {@code off}, or the number of consecutive failed attempts that suspend the calls
     * of an account, and the duration of the suspension; {@code 10/30s} by default}
     */
    public String circuit() {
        return orDefault(ConfigKey.CIRCUIT);
    }

    /** {@return {@code deals.max-response-bytes}: the maximum size of a response, in bytes; 32 MiB by default} */
    public long maxResponseBytes() {
        return Values.bytes(orDefault(ConfigKey.MAX_RESPONSE_BYTES));
    }

    /**
     * {@return {@code deals.prefetch-pages}: true if a listing fetches the next page while the current one is read;
     * true by default}
     */
    public boolean prefetchPages() {
        return Values.flag(orDefault(ConfigKey.PREFETCH_PAGES));
    }

    /**
     * {@return {@code deals.usage-file}: the file that records which parts of the API the program uses; empty for none}
     */
    public Optional<Path> usageFile() {
        return path(ConfigKey.USAGE_FILE);
    }

    /**
     * {@return {@code deals.crosswalk}: the cross-walk of a transfer to this account, which keeps the old ids of deals
     * usable; empty for none}
     */
    public Optional<Path> crosswalk() {
        return text(ConfigKey.CROSSWALK).map(Values::path);
    }

    /**
     * {@return {@code deals.shadow}: the configuration file of another account, against which reads are compared; empty
     * for none}
     */
    public Optional<Path> shadow() {
        return text(ConfigKey.SHADOW).map(Values::path);
    }

    /** {@return {@code deals.shadow.sample}: the share of reads that are compared, in percent; 100 by default} */
    public int shadowSample() {
        return Values.percent(orDefault(ConfigKey.SHADOW_SAMPLE));
    }

    /**
     * {@return {@code deals.shadow.share}: the maximum share of the other account's rate limit that comparisons use, in
     * percent; 20 by default}
     */
    public int shadowShare() {
        return Values.percent(orDefault(ConfigKey.SHADOW_SHARE));
    }

    /**
     * {@return {@code deals.shadow.ignore}: the names of the fields that are not compared, such as {@code updated-at}
     * or {@code custom.margin}; by default the fields that always differ between two accounts}
     */
    public Set<String> shadowIgnore() {
        return FieldNames.parseCompared(orDefault(ConfigKey.SHADOW_IGNORE));
    }

    /**
     * {@return the caller's own HTTP client; the SDK shares its connection pool and never closes it} Only a builder can
     * set it.
     */
    public Optional<OkHttpClient> httpClient() {
        return Optional.ofNullable(handedIn.httpClient());
    }

    /**
     * {@return the listeners that observe the calls of a client, in the order in which they were added} Only a builder
     * can add them.
     */
    public List<CallListener> listeners() {
        return handedIn.listeners();
    }

    /** {@return true if connecting checks the configured stages in the background} Only a builder can set this. */
    public boolean checksStagesInBackground() {
        return handedIn.checksStagesInBackground();
    }

    /**
     * {@return the source of this configuration, apart from values that higher sources override: the path of a file,
     * {@code map}, or a sentence if there was neither; followed by the name of the connection, as in {@code
     * deals.properties, connection emea}}
     */
    public String source() {
        return tree.source();
    }

    /**
     * {@return the name of the connection to which this configuration belongs, such as {@code emea}; empty at the top
     * level}
     */
    public Optional<String> connectionName() {
        return Optional.of(tree.settings().connection()).filter(name -> !name.isEmpty());
    }

    /**
     * {@return {@code deals.connections.NAME.*}: the names, sorted; empty if there are none} Names are case-sensitive.
     */
    public Set<String> connections() {
        return tree.connections();
    }

    /**
     * {@return the configuration of one of several accounts: the values of that connection, and the values of the top
     * level for all other keys} Aliases of stages and fields are merged. If the connection sets any of {@code token},
     * {@code token-file} and {@code oauth.*}, it takes none of them from the top level.
     *
     * @param name one of {@link #connections()}
     * @throws ConfigurationException if there is no such connection
     */
    public DealsConfig connection(String name) {
        return new DealsConfig(tree.connection(Objects.requireNonNull(name, "name")), handedIn);
    }

    /**
     * {@return all effective values with their sources, including defaults and connections, sorted by key; secrets are
     * masked}
     */
    public List<ConfigEntry> describe() {
        return tree.describe();
    }

    /**
     * {@return the settings that connecting requires and that are not set: one line for the provider, one for the
     * credentials; empty if nothing is missing}
     */
    public List<String> missing() {
        return tree.missing();
    }

    /** {@return the entries of {@link #describe()} on one line} */
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

    /** Builds a {@link DealsConfig}. Values are checked together in {@link #build()}. Not thread-safe. */
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
         * Sets the caller's own HTTP client. The SDK shares its connection pool, adopts its settings such as proxy, TLS
         * and interceptors, and never closes it. Retries, redirects, authentication challenges, caching and threads are
         * still handled by the SDK. An interceptor that sends a request a second time is stopped.
         *
         * @param client the HTTP client to use instead of the SDK's own
         * @return this builder
         */
        public Builder httpClient(OkHttpClient client) {
            httpClient = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Reads a file instead of all lower sources. Values that the builder does not set come from this file only,
         * regardless of the environment and system properties. Intended for inspecting and comparing configurations: a
         * token, client id or secret that refers to a variable which is not set keeps its text, such as {@code
         * ${STORA_TOKEN}}, and is not reported as a problem.
         *
         * @param file a properties file in UTF-8
         * @return this builder
         * @throws IllegalStateException if this builder was created by {@link DealsConfig#toBuilder()}
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
         * Adds a listener that observes every call, for metrics, traces and logs.
         *
         * @param listener the listener, called by all threads that make calls, after the listeners that were added
         *     before it
         * @return this builder
         */
        public Builder addListener(CallListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Removes all listeners, including those of the configuration with which this builder started.
         *
         * @return this builder
         */
        public Builder clearListeners() {
            listeners.clear();
            return this;
        }

        /**
         * Sets whether connecting sends no request at all, for programs whose start must not wait for a vendor. The
         * stages that the configuration names are then checked on a thread of the SDK. A stage that the account does
         * not have is logged as an error, and refused when it is first used.
         *
         * @param background true to check the stages in the background; false, the default, to check them while
         *     connecting and to refuse a configuration with unknown stages
         * @return this builder
         */
        public Builder checkStagesInBackground(boolean background) {
            checksStagesInBackground = background;
            return this;
        }

        /**
         * Sets any key, spelled as in a file, such as {@code deals.connections.emea.token}. The key {@code
         * deals.config} selects the configuration file.
         *
         * @param key the key, starting with {@code deals.}
         * @param value the value, taken literally: {@code ${NAME}} is not replaced
         * @return this builder
         */
        public Builder set(String key, String value) {
            values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, () -> "value of " + key));
            return this;
        }

        /**
         * Removes a key that the configuration with which this builder started sets. Has no effect if it does not set the
         * key.
         *
         * @param key the key, spelled as in a file, such as {@code deals.shadow}
         * @return this builder
         * @throws IllegalStateException if this builder was not created by {@link DealsConfig#toBuilder()}
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
         * Sets {@code deals.provider}: the vendor to connect to.
         *
         * @param id the id of the provider, such as {@code play2sell}
         * @return this builder
         */
        public Builder provider(String id) {
            return set(ConfigKey.PROVIDER, "id", id);
        }

        /**
         * Sets {@code deals.token}: the bearer token.
         *
         * @param token the token, without the word Bearer
         * @return this builder
         */
        public Builder token(String token) {
            return set(ConfigKey.TOKEN, "token", token);
        }

        /**
         * Sets {@code deals.token-file}: a file that contains the bearer token. The SDK reads it again when it changes.
         *
         * @param file a path of the default file system
         * @return this builder
         * @throws IllegalArgumentException if the path belongs to another file system
         */
        public Builder tokenFile(Path file) {
            if (!file.getFileSystem().equals(FileSystems.getDefault())) {
                throw new IllegalArgumentException("file: " + file + " is not in the default file system");
            }
            return set(ConfigKey.TOKEN_FILE, "file", file.toString());
        }

        /**
         * Sets {@code deals.oauth.client-id} and {@code deals.oauth.client-secret}, for vendors with the client
         * credentials grant.
         *
         * @param clientId the client id that the vendor issued
         * @param clientSecret the client secret; never appears in messages or descriptions
         * @return this builder
         */
        public Builder oauthClient(String clientId, String clientSecret) {
            Objects.requireNonNull(clientSecret, "clientSecret");
            Builder unused = set(ConfigKey.OAUTH_CLIENT_ID, "clientId", clientId);
            return set(ConfigKey.OAUTH_CLIENT_SECRET, "clientSecret", clientSecret);
        }

        /**
         * Sets {@code deals.oauth.scope}: the scopes to request for the token.
         *
         * @param scope one or more scopes, separated by spaces
         * @return this builder
         */
        public Builder oauthScope(String scope) {
            return set(ConfigKey.OAUTH_SCOPE, "scope", scope);
        }

        /**
         * Sets {@code deals.oauth.audience}: the audience to request for the token.
         *
         * @param audience the audience to use instead of the vendor's own
         * @return this builder
         */
        public Builder oauthAudience(String audience) {
            return set(ConfigKey.OAUTH_AUDIENCE, "audience", audience);
        }

        /**
         * Sets {@code deals.oauth.token-url}: the endpoint that issues tokens.
         *
         * @param url an https URL, or an http URL of this machine
         * @return this builder
         */
        public Builder oauthTokenUrl(String url) {
            return set(ConfigKey.OAUTH_TOKEN_URL, "url", url);
        }

        /**
         * Sets {@code deals.base-url}: the URL of the vendor's API, of its sandbox, or of a gateway in front of it.
         *
         * @param url an https URL, or an http URL of this machine, without the vendor's version path
         * @return this builder
         */
        public Builder baseUrl(String url) {
            return set(ConfigKey.BASE_URL, "url", url);
        }

        /**
         * Sets {@code deals.stages.NAME}: adds an alias for {@link StageRef#named(String)}.
         *
         * @param alias your own name of the stage; case-sensitive
         * @param idOrName the vendor's id or name of the stage
         * @return this builder
         */
        public Builder stage(String alias, String idOrName) {
            return set("deals.stages." + Objects.requireNonNull(alias, "alias"), idOrName);
        }

        /**
         * Sets {@code deals.fields.NAME}: adds an alias for a custom field.
         *
         * @param alias your own name of the field; case-sensitive
         * @param key the vendor's key of the field
         * @return this builder
         */
        public Builder field(String alias, String key) {
            return set("deals.fields." + Objects.requireNonNull(alias, "alias"), key);
        }

        /**
         * Sets {@code deals.reference-field}: the custom field that stores {@link NewDeal#reference()}.
         *
         * @param field the alias or the vendor's key of the field
         * @return this builder
         */
        public Builder referenceField(String field) {
            return set(ConfigKey.REFERENCE_FIELD, "field", field);
        }

        /**
         * Sets {@code deals.won-stage}: the stage of won deals, for vendors that close deals by moving them.
         *
         * @param stage an alias, id or name; separate several with commas
         * @return this builder
         */
        public Builder wonStage(String stage) {
            return set(ConfigKey.WON_STAGE, "stage", stage);
        }

        /**
         * Sets {@code deals.lost-stage}: the stage of lost deals, for vendors that close deals by moving them.
         *
         * @param stage an alias, id or name; separate several with commas
         * @return this builder
         */
        public Builder lostStage(String stage) {
            return set(ConfigKey.LOST_STAGE, "stage", stage);
        }

        /**
         * Sets {@code deals.open-stage}: the stage to which reopened deals are moved.
         *
         * @param stage an alias, id or name
         * @return this builder
         */
        public Builder openStage(String stage) {
            return set(ConfigKey.OPEN_STAGE, "stage", stage);
        }

        /**
         * Sets {@code deals.other-stages}: the status of a deal in a stage that is neither won nor lost, provided that
         * both are configured.
         *
         * @param open true, the default, for an open status; false for an unknown one
         * @return this builder
         */
        public Builder otherStagesAreOpen(boolean open) {
            return set(ConfigKey.OTHER_STAGES, "open", open ? "open" : "unknown");
        }

        /**
         * Sets {@code deals.keep.FIELD}: where to keep a field that the vendor lacks.
         *
         * @param field any field except the stage and the custom fields
         * @param place {@code custom:KEY} for a custom field by its alias or the vendor's key, {@code extra:KEY} for a
         *     text field that only this vendor has, or {@code value} for the final value
         * @return this builder
         */
        public Builder keep(DealField field, String place) {
            return set("deals.keep." + FieldNames.of(field), Objects.requireNonNull(place, "place"));
        }

        /**
         * Sets {@code deals.drop}: the fields that are not sent if the vendor lacks them.
         *
         * @param fields the fields; they replace those of an earlier call
         * @return this builder
         */
        public Builder drop(DealField... fields) {
            return set(
                    ConfigKey.DROP,
                    "fields",
                    Arrays.stream(fields).map(FieldNames::of).collect(Collectors.joining(",")));
        }

        /**
         * Sets {@code deals.default.FIELD}: the value to send if the vendor requires a field and the caller did not set
         * it.
         *
         * @param field any field except the custom fields
         * @param value a plain decimal, an ISO date or a text; for the stage, an alias, id or name
         * @return this builder
         */
        public Builder defaultValue(DealField field, String value) {
            return set("deals.default." + FieldNames.of(field), Objects.requireNonNull(value, "value"));
        }

        /**
         * Sets {@code deals.lost-reasons.NAME}: adds an alias for one of the vendor's reasons.
         *
         * @param alias your own word for the reason
         * @param reason the vendor's word
         * @return this builder
         */
        public Builder lostReason(String alias, String reason) {
            return set("deals.lost-reasons." + Objects.requireNonNull(alias, "alias"), reason);
        }

        /**
         * Sets {@code deals.owners.NAME}: adds an alias for a user of the account.
         *
         * @param alias your own name of the user
         * @param ownerId the vendor's id of the user
         * @return this builder
         */
        public Builder owner(String alias, String ownerId) {
            return set("deals.owners." + Objects.requireNonNull(alias, "alias"), ownerId);
        }

        /**
         * Sets {@code deals.currency}: the currency of the account, for vendors without currencies.
         *
         * @param code an ISO 4217 code: three upper-case letters
         * @return this builder
         */
        public Builder currency(String code) {
            return set(ConfigKey.CURRENCY, "code", code);
        }

        /**
         * Sets {@code deals.local-query}: the SDK applies filters that the vendor lacks to the deals that it reads.
         *
         * @param sorts true to apply orders as well, in memory
         * @return this builder
         */
        public Builder localQuery(boolean sorts) {
            return set(ConfigKey.LOCAL_QUERY, "sorts", sorts ? "filters,sorts" : "filters");
        }

        /**
         * Sets {@code deals.local-sort-limit}: the maximum number of deals to sort in memory.
         *
         * @param deals 1 to 1,000,000
         * @return this builder
         */
        public Builder localSortLimit(int deals) {
            return set(ConfigKey.LOCAL_SORT_LIMIT, "deals", Integer.toString(deals));
        }

        /**
         * Sets {@code deals.require-usage}: connecting fails if the provider does not support everything that the
         * program was recorded to use.
         *
         * @param file a usage file, as {@code deals.usage-file} produces it
         * @return this builder
         */
        public Builder requireUsage(Path file) {
            return set(ConfigKey.REQUIRE_USAGE, "file", file.toString());
        }

        /**
         * Sets {@code deals.require}: connecting fails if the provider does not support one of these operations.
         *
         * @param operations the operations; they replace those of an earlier call
         * @return this builder
         */
        public Builder require(Operation... operations) {
            String words = Arrays.stream(operations).map(Operation::key).collect(Collectors.joining(","));
            return set(ConfigKey.REQUIRE, "operations", words);
        }

        /**
         * Sets {@code deals.allow-unverified}: whether the SDK may use calls that the vendor documents incompletely.
         *
         * @param allowed true to use such calls; false by default
         * @return this builder
         */
        public Builder allowUnverified(boolean allowed) {
            return set(ConfigKey.ALLOW_UNVERIFIED, "allowed", Boolean.toString(allowed));
        }

        /**
         * Sets {@code deals.allow-cleartext}: whether requests, including the token, may leave this machine over plain
         * http.
         *
         * @param allowed true to allow plain http; false by default
         * @return this builder
         */
        public Builder allowCleartext(boolean allowed) {
            return set(ConfigKey.ALLOW_CLEARTEXT, "allowed", Boolean.toString(allowed));
        }

        /**
         * Sets {@code deals.connect-timeout}: the time limit for opening a connection; 5 s by default.
         *
         * @param timeout a duration in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder connectTimeout(Duration timeout) {
            return set(ConfigKey.CONNECT_TIMEOUT, "timeout", timeout);
        }

        /**
         * Sets {@code deals.call-timeout}: the time limit of one call with all its attempts and waits; 30 s by default.
         *
         * @param timeout a duration in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder callTimeout(Duration timeout) {
            return set(ConfigKey.CALL_TIMEOUT, "timeout", timeout);
        }

        /**
         * Sets {@code deals.attempt-timeout}: the time limit of one attempt, from connecting to the last byte of the
         * response; 15 s by default.
         *
         * @param timeout a duration in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder attemptTimeout(Duration timeout) {
            return set(ConfigKey.ATTEMPT_TIMEOUT, "timeout", timeout);
        }

        /**
         * Sets {@code deals.max-retry-delay}: the longest wait between two attempts; 20 s by default.
         *
         * @param delay a duration in whole milliseconds, above zero and up to 24 days
         * @return this builder
         */
        public Builder maxRetryDelay(Duration delay) {
            return set(ConfigKey.MAX_RETRY_DELAY, "delay", delay);
        }

        /**
         * Sets {@code deals.settle-time}: how long the SDK reads a deal again after an uncertain move, win, loss or
         * reopening before it may retry the request; 3 s by default.
         *
         * @param time a duration in whole milliseconds, up to 24 days; zero for {@code off}: such a request is never
         *     retried
         * @return this builder
         */
        public Builder settleTime(Duration time) {
            return set(ConfigKey.SETTLE_TIME, "time", Values.durationOrOffText(Objects.requireNonNull(time, "time")));
        }

        /**
         * Sets {@code deals.max-attempts}: the maximum number of attempts of a call; 4 by default.
         *
         * @param attempts the number of attempts including the first, 1 to 100
         * @return this builder
         */
        public Builder maxAttempts(int attempts) {
            return set(ConfigKey.MAX_ATTEMPTS, "attempts", Integer.toString(attempts));
        }

        /**
         * Sets {@code deals.rate-limit}: the maximum rate of calls; by default the limit that the vendor documents.
         *
         * @param limit {@code off}, or one or more windows such as {@code 10/1s,60/1m}
         * @return this builder
         */
        public Builder rateLimit(String limit) {
            return set(ConfigKey.RATE_LIMIT, "limit", limit);
        }

        /**
         * Sets {@code deals.quota-store}: the store through which all processes of an account share its quota. Requires
         * the artifact {@code deals-quota-redis}.
         *
         * @param url the URL of the store, such as {@code redis://host:6379}; it may contain a password
         * @return this builder
         */
        public Builder quotaStore(String url) {
            return set(ConfigKey.QUOTA_STORE, "url", url);
        }

        /**
         * Sets {@code deals.quota-share}: the share of the quota that this process uses while the quota store is
         * unreachable; 20 percent by default.
         *
         * @param percent 1 to 100; with 100 divided by the number of processes, the quota is never exceeded
         * @return this builder
         */
        public Builder quotaShare(int percent) {
            return set(ConfigKey.QUOTA_SHARE, "percent", percent + "%");
        }

        /**
         * Sets {@code deals.circuit}: when the calls of an account are suspended because its vendor keeps failing;
         * {@code 10/30s} by default.
         *
         * @param rule {@code off}, or the number of consecutive failed attempts and the duration of the suspension,
         *     such as {@code 10/30s}
         * @return this builder
         */
        public Builder circuit(String rule) {
            return set(ConfigKey.CIRCUIT, "rule", rule);
        }

        /**
         * Sets {@code deals.max-response-bytes}: the maximum size of a response; 32 MiB by default.
         *
         * @param bytes a number above zero
         * @return this builder
         */
        public Builder maxResponseBytes(long bytes) {
            return set(ConfigKey.MAX_RESPONSE_BYTES, "bytes", Long.toString(bytes));
        }

        /**
         * Sets {@code deals.prefetch-pages}: whether a listing fetches the next page while the current one is read;
         * true by default. Prefetching starts with the third page, so a caller that reads only the first page causes no
         * request for the second.
         *
         * @param prefetch false if saving requests matters more than time, for example under a narrow quota
         * @return this builder
         */
        public Builder prefetchPages(boolean prefetch) {
            return set(ConfigKey.PREFETCH_PAGES, "prefetch", Boolean.toString(prefetch));
        }

        /**
         * Sets {@code deals.usage-file}: the file in which the module {@code deals-portability} records which parts of
         * the API the program uses.
         *
         * @param file a properties file; created if it does not exist, otherwise extended
         * @return this builder
         */
        public Builder usageFile(Path file) {
            return set(ConfigKey.USAGE_FILE, "file", file.toString());
        }

        /**
         * Sets {@code deals.crosswalk}: lets the program continue to use the ids that its deals had before they were
         * transferred to this account. Requires the artifact {@code deals-transfer}.
         *
         * @param file the CSV file that {@code deals transfer run --crosswalk} writes; the SDK reads it again when it
         *     changes
         * @return this builder
         */
        public Builder crosswalk(Path file) {
            return set(ConfigKey.CROSSWALK, "file", file.toString());
        }

        /**
         * Sets {@code deals.shadow}: compares the deals that the program reads with the same deals in another account.
         * The program does not wait for the comparison. Requires the artifact {@code deals-transfer}.
         *
         * @param file the configuration of the other account; its cross-walk, if it has one, identifies the
         *     corresponding deals
         * @return this builder
         */
        public Builder shadow(Path file) {
            return set(ConfigKey.SHADOW, "file", file.toString());
        }

        /**
         * Sets {@code deals.shadow.sample}: the share of reads that are compared; 100 percent by default.
         *
         * @param percent 1 to 100
         * @return this builder
         */
        public Builder shadowSample(int percent) {
            return set(ConfigKey.SHADOW_SAMPLE, "percent", percent + "%");
        }

        /**
         * Sets {@code deals.shadow.share}: the maximum share of the other account's rate limit that comparisons use; 20
         * percent by default.
         *
         * @param percent 1 to 100
         * @return this builder
         */
        public Builder shadowShare(int percent) {
            return set(ConfigKey.SHADOW_SHARE, "percent", percent + "%");
        }

        /**
         * Sets {@code deals.shadow.ignore}: the fields that are not compared.
         *
         * @param fields the names of fields as in a configuration file, such as {@code owner-ids}, {@code updated-at}
         *     or {@code custom.margin}; they replace the default. Without any name, all fields are compared
         * @return this builder
         */
        public Builder shadowIgnore(String... fields) {
            return set(ConfigKey.SHADOW_IGNORE, "fields", fields.length == 0 ? "none" : String.join(",", fields));
        }

        /**
         * {@return a configuration with the values of this builder on top of the current system properties, environment
         * and configuration file; or, for a builder of {@link DealsConfig#toBuilder()}, on top of the configuration
         * with which it started}
         *
         * @throws ConfigurationException if a key is unknown or a value is invalid
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
