package dev.dealsdk;

import dev.dealsdk.internal.config.ConfigKey;
import dev.dealsdk.internal.config.RateWindow;
import dev.dealsdk.internal.config.Scope;
import dev.dealsdk.internal.config.ServiceUrl;
import dev.dealsdk.internal.config.Values;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of a {@link DealsConfig}, key by key, as the types a program works with. */
abstract sealed class ConfigValues permits DealsConfig {
    private final Scope settings;

    ConfigValues(Scope settings) {
        this.settings = settings;
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
        return text(ConfigKey.TOKEN_FILE).map(Values::path);
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
        return text(ConfigKey.OAUTH_TOKEN_URL).map(ServiceUrl::parse);
    }

    /**
     * {@return {@code deals.base-url}: scheme, host and the prefix of a gateway, without the vendor's version path,
     * query or user info; empty for the vendor's own}
     */
    public Optional<URI> baseUrl() {
        return text(ConfigKey.BASE_URL).map(ServiceUrl::parse);
    }

    /**
     * {@return {@code deals.stages.NAME}: the vendor's stage id or stage name by alias, sorted by alias; empty when
     * there are none} Case counts.
     */
    public Map<String, String> stages() {
        return settings.named(ConfigKey.STAGES);
    }

    /**
     * {@return {@code deals.fields.NAME}: the vendor's key of a custom field by alias, sorted by alias; empty when
     * there are none} Case counts.
     */
    public Map<String, String> fields() {
        return settings.named(ConfigKey.FIELDS);
    }

    /** {@return {@code deals.reference-field}: alias or key of the custom field that keeps references} */
    public Optional<String> referenceField() {
        return text(ConfigKey.REFERENCE_FIELD);
    }

    /** {@return {@code deals.won-stage}: alias, id or name of the stage of won deals, where closing is a move} */
    public Optional<String> wonStage() {
        return text(ConfigKey.WON_STAGE);
    }

    /** {@return {@code deals.lost-stage}: alias, id or name of the stage of lost deals, where closing is a move} */
    public Optional<String> lostStage() {
        return text(ConfigKey.LOST_STAGE);
    }

    /** {@return {@code deals.open-stage}: alias, id or name of the stage that reopened deals go to} */
    public Optional<String> openStage() {
        return text(ConfigKey.OPEN_STAGE);
    }

    /** {@return {@code deals.require}: connecting fails if the provider lacks one of these; none by default} */
    public Set<Operation> require() {
        return text(ConfigKey.REQUIRE).map(Values::operations).orElseGet(Set::of);
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

    /** {@return {@code deals.max-response-bytes}: the largest answer that is read, in bytes; 32 MiB by default} */
    public long maxResponseBytes() {
        return Values.bytes(orDefault(ConfigKey.MAX_RESPONSE_BYTES));
    }

    /** {@return {@code deals.prefetch-pages}: whether a listing fetches the next page while one is read; true by default} */
    public boolean prefetchPages() {
        return Values.flag(orDefault(ConfigKey.PREFETCH_PAGES));
    }

    /** {@return {@code deals.usage-file}: where a {@link UsageRecorder} writes what the program uses; empty for none} */
    public Optional<Path> usageFile() {
        return text(ConfigKey.USAGE_FILE).map(Values::path);
    }

    private Optional<String> text(ConfigKey key) {
        return settings.text(key);
    }

    private String orDefault(ConfigKey key) {
        return text(key).orElseThrow(() -> new IllegalStateException(key + " has no default"));
    }
}
