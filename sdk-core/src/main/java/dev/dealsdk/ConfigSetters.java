package dev.dealsdk;

import dev.dealsdk.internal.config.ConfigKey;
import dev.dealsdk.internal.config.Values;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The setters of a {@link DealsConfig.Builder}, key by key: each writes the text that a file would hold. */
abstract sealed class ConfigSetters permits DealsConfig.Builder {

    ConfigSetters() {}

    /**
     * Sets any key, as it is written in a file, such as {@code deals.connections.emea.token}; {@code deals.config}
     * chooses the file.
     *
     * @param key starts with {@code deals.}
     * @param value taken as it is: {@code ${NAME}} has no meaning here
     * @return this builder
     */
    public abstract DealsConfig.Builder set(String key, String value);

    /**
     * {@code deals.provider}: the vendor to talk to.
     *
     * @param id such as {@code play2sell}
     * @return this builder
     */
    public DealsConfig.Builder provider(String id) {
        return set(ConfigKey.PROVIDER, "id", id);
    }

    /**
     * {@code deals.token}: the bearer token.
     *
     * @param token without the word Bearer
     * @return this builder
     */
    public DealsConfig.Builder token(String token) {
        return set(ConfigKey.TOKEN, "token", token);
    }

    /**
     * {@code deals.token-file}: a file with the bearer token, read again when it changes.
     *
     * @param file of the default file system
     * @return this builder
     * @throws IllegalArgumentException if the path is of another file system
     */
    public DealsConfig.Builder tokenFile(Path file) {
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
    public DealsConfig.Builder oauthClient(String clientId, String clientSecret) {
        Objects.requireNonNull(clientSecret, "clientSecret");
        DealsConfig.Builder unused = set(ConfigKey.OAUTH_CLIENT_ID, "clientId", clientId);
        return set(ConfigKey.OAUTH_CLIENT_SECRET, "clientSecret", clientSecret);
    }

    /**
     * {@code deals.oauth.scope}: what the token shall allow.
     *
     * @param scope one or more, separated by spaces
     * @return this builder
     */
    public DealsConfig.Builder oauthScope(String scope) {
        return set(ConfigKey.OAUTH_SCOPE, "scope", scope);
    }

    /**
     * {@code deals.oauth.audience}: what the token shall be good for.
     *
     * @param audience in place of the vendor's own
     * @return this builder
     */
    public DealsConfig.Builder oauthAudience(String audience) {
        return set(ConfigKey.OAUTH_AUDIENCE, "audience", audience);
    }

    /**
     * {@code deals.oauth.token-url}: where tokens are issued.
     *
     * @param url https, or http to this computer
     * @return this builder
     */
    public DealsConfig.Builder oauthTokenUrl(String url) {
        return set(ConfigKey.OAUTH_TOKEN_URL, "url", url);
    }

    /**
     * {@code deals.base-url}: where the vendor, its sandbox or a gateway in front of it answers.
     *
     * @param url https, or http to this computer; without the vendor's version path
     * @return this builder
     */
    public DealsConfig.Builder baseUrl(String url) {
        return set(ConfigKey.BASE_URL, "url", url);
    }

    /**
     * {@code deals.stages.NAME}: adds an alias for {@link StageRef#named(String)}.
     *
     * @param alias the program's own name for the stage; case counts
     * @param idOrName the vendor's id of the stage, or its name
     * @return this builder
     */
    public DealsConfig.Builder stage(String alias, String idOrName) {
        return set("deals.stages." + Objects.requireNonNull(alias, "alias"), idOrName);
    }

    /**
     * {@code deals.fields.NAME}: adds an alias for a custom field.
     *
     * @param alias the program's own name for the field; case counts
     * @param key the vendor's
     * @return this builder
     */
    public DealsConfig.Builder field(String alias, String key) {
        return set("deals.fields." + Objects.requireNonNull(alias, "alias"), key);
    }

    /**
     * {@code deals.reference-field}: the custom field that keeps {@link NewDeal#reference()}.
     *
     * @param field its alias, or the vendor's key
     * @return this builder
     */
    public DealsConfig.Builder referenceField(String field) {
        return set(ConfigKey.REFERENCE_FIELD, "field", field);
    }

    /**
     * {@code deals.won-stage}: the stage of won deals, where closing is a move.
     *
     * @param stage alias, id or name
     * @return this builder
     */
    public DealsConfig.Builder wonStage(String stage) {
        return set(ConfigKey.WON_STAGE, "stage", stage);
    }

    /**
     * {@code deals.lost-stage}: the stage of lost deals, where closing is a move.
     *
     * @param stage alias, id or name
     * @return this builder
     */
    public DealsConfig.Builder lostStage(String stage) {
        return set(ConfigKey.LOST_STAGE, "stage", stage);
    }

    /**
     * {@code deals.open-stage}: the stage that reopened deals go to.
     *
     * @param stage alias, id or name
     * @return this builder
     */
    public DealsConfig.Builder openStage(String stage) {
        return set(ConfigKey.OPEN_STAGE, "stage", stage);
    }

    /**
     * {@code deals.require}: connecting fails if the provider lacks one of these.
     *
     * @param operations in place of those required so far
     * @return this builder
     */
    public DealsConfig.Builder require(Operation... operations) {
        String words = Arrays.stream(operations).map(Operation::key).collect(Collectors.joining(","));
        return set(ConfigKey.REQUIRE, "operations", words);
    }

    /**
     * {@code deals.allow-unverified}: whether calls the vendor documents incompletely are used.
     *
     * @param allowed false by default
     * @return this builder
     */
    public DealsConfig.Builder allowUnverified(boolean allowed) {
        return set(ConfigKey.ALLOW_UNVERIFIED, "allowed", Boolean.toString(allowed));
    }

    /**
     * {@code deals.allow-cleartext}: whether plain http may leave this computer, token included.
     *
     * @param allowed false by default
     * @return this builder
     */
    public DealsConfig.Builder allowCleartext(boolean allowed) {
        return set(ConfigKey.ALLOW_CLEARTEXT, "allowed", Boolean.toString(allowed));
    }

    /**
     * {@code deals.connect-timeout}: the time to open a connection; 5 s by default.
     *
     * @param timeout in whole milliseconds, above zero and up to 24 days
     * @return this builder
     */
    public DealsConfig.Builder connectTimeout(Duration timeout) {
        return set(ConfigKey.CONNECT_TIMEOUT, "timeout", timeout);
    }

    /**
     * {@code deals.call-timeout}: the time of one call with all its attempts and waits; 30 s by default.
     *
     * @param timeout in whole milliseconds, above zero and up to 24 days
     * @return this builder
     */
    public DealsConfig.Builder callTimeout(Duration timeout) {
        return set(ConfigKey.CALL_TIMEOUT, "timeout", timeout);
    }

    /**
     * {@code deals.attempt-timeout}: from connecting to the last byte of one answer; 15 s by default.
     *
     * @param timeout in whole milliseconds, above zero and up to 24 days
     * @return this builder
     */
    public DealsConfig.Builder attemptTimeout(Duration timeout) {
        return set(ConfigKey.ATTEMPT_TIMEOUT, "timeout", timeout);
    }

    /**
     * {@code deals.max-retry-delay}: the longest wait between two attempts; 20 s by default.
     *
     * @param delay in whole milliseconds, above zero and up to 24 days
     * @return this builder
     */
    public DealsConfig.Builder maxRetryDelay(Duration delay) {
        return set(ConfigKey.MAX_RETRY_DELAY, "delay", delay);
    }

    /**
     * {@code deals.max-attempts}: how often a call is tried; 4 by default.
     *
     * @param attempts the first one counted, 1 to 100
     * @return this builder
     */
    public DealsConfig.Builder maxAttempts(int attempts) {
        return set(ConfigKey.MAX_ATTEMPTS, "attempts", Integer.toString(attempts));
    }

    /**
     * {@code deals.rate-limit}: how fast calls may follow each other; by default what the vendor documents.
     *
     * @param limit {@code off}, or calls per time such as {@code 10/1s,60/1m}
     * @return this builder
     */
    public DealsConfig.Builder rateLimit(String limit) {
        return set(ConfigKey.RATE_LIMIT, "limit", limit);
    }

    /**
     * {@code deals.max-response-bytes}: the largest answer that is read; 32 MiB by default.
     *
     * @param bytes above zero
     * @return this builder
     */
    public DealsConfig.Builder maxResponseBytes(long bytes) {
        return set(ConfigKey.MAX_RESPONSE_BYTES, "bytes", Long.toString(bytes));
    }

    /**
     * {@code deals.prefetch-pages}: whether a listing fetches the next page while one is read; true by default. It begins
     * with the third page: who reads no further than the first causes no request for a second.
     *
     * @param prefetch false where each request counts more than time, as under a narrow quota
     * @return this builder
     */
    public DealsConfig.Builder prefetchPages(boolean prefetch) {
        return set(ConfigKey.PREFETCH_PAGES, "prefetch", Boolean.toString(prefetch));
    }

    /**
     * {@code deals.usage-file}: what the program uses is written into this file, for {@link Portability}.
     *
     * @param file properties; made when there is none, added to when there is one
     * @return this builder
     */
    public DealsConfig.Builder usageFile(Path file) {
        return set(ConfigKey.USAGE_FILE, "file", file.toString());
    }

    private DealsConfig.Builder set(ConfigKey key, String parameter, Duration value) {
        return set(key, parameter, Values.durationText(Objects.requireNonNull(value, parameter)));
    }

    private DealsConfig.Builder set(ConfigKey key, String parameter, String value) {
        return set(key.key(), Objects.requireNonNull(value, parameter));
    }
}
