package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.ValueKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the configuration: parsing, suggestions, descriptions and the reference in the documentation are made
 * from this list. {@code NAME} at the end of a key stands for a name of the user's choice, {@code FIELD} for that of a field.
 */
public enum ConfigKey {
    PROVIDER("deals.provider", ValueKind.TEXT, null, "The name of the vendor's provider"),
    TOKEN("deals.token", ValueKind.TOKEN, null, "The bearer token"),
    TOKEN_FILE(
            "deals.token-file",
            ValueKind.PATH,
            null,
            "A file that contains the bearer token; the SDK reads it again when it changes"),
    OAUTH_CLIENT_ID("deals.oauth.client-id", ValueKind.TEXT, null, "The OAuth client id"),
    OAUTH_CLIENT_SECRET("deals.oauth.client-secret", ValueKind.SECRET, null, "The OAuth client secret"),
    OAUTH_SCOPE("deals.oauth.scope", ValueKind.TEXT, null, "The OAuth scopes to request, separated by spaces"),
    OAUTH_AUDIENCE("deals.oauth.audience", ValueKind.TEXT, null, "The OAuth audience to request"),
    OAUTH_TOKEN_URL("deals.oauth.token-url", ValueKind.URL, null, "The OAuth token endpoint, if not the vendor's own"),
    BASE_URL(
            "deals.base-url",
            ValueKind.URL,
            null,
            "The scheme, host and gateway prefix of the API, if not the vendor's own"),
    STAGES("deals.stages.NAME", ValueKind.TEXT, null, "The id or name of the stage that the alias NAME stands for"),
    FIELDS(
            "deals.fields.NAME",
            ValueKind.TEXT,
            null,
            "The vendor's key of the custom field that the alias NAME stands for"),
    REFERENCE_FIELD(
            "deals.reference-field",
            ValueKind.TEXT,
            null,
            "The custom field that stores references, by its alias or the vendor's key"),
    WON_STAGE(
            "deals.won-stage",
            ValueKind.STAGES,
            null,
            "The stages of won deals, if the vendor closes deals by moving them; winning moves a deal to the first"),
    LOST_STAGE(
            "deals.lost-stage",
            ValueKind.STAGES,
            null,
            "The stages of lost deals, if the vendor closes deals by moving them; losing moves a deal to the first"),
    OPEN_STAGE("deals.open-stage", ValueKind.TEXT, null, "The stage that reopening moves a deal to"),
    OTHER_STAGES(
            "deals.other-stages",
            ValueKind.OTHER_STAGES,
            "open",
            "The status of deals in all other stages, if both won and lost stages are set"),
    KEEP("deals.keep.FIELD", ValueKind.PLACE, null, "Where to store FIELD, if the vendor has no place for it"),
    DROP("deals.drop", ValueKind.FIELDS, null, "The fields to leave out, if the vendor has no place for them"),
    DEFAULT(
            "deals.default.FIELD",
            ValueKind.TEXT,
            null,
            "The value to send for FIELD, if the vendor requires it and the program does not set it"),
    LOST_REASONS(
            "deals.lost-reasons.NAME", ValueKind.TEXT, null, "The vendor's loss reason that the alias NAME stands for"),
    OWNERS("deals.owners.NAME", ValueKind.TEXT, null, "The vendor's id of the owner that the alias NAME stands for"),
    CURRENCY(
            "deals.currency", ValueKind.CURRENCY, null, "The currency of all amounts, if the vendor has no currencies"),
    LOCAL_QUERY(
            "deals.local-query",
            ValueKind.LOCAL_QUERY,
            null,
            "What the SDK applies itself if the vendor cannot: filters, or filters and sort orders"),
    LOCAL_SORT_LIMIT(
            "deals.local-sort-limit",
            ValueKind.COUNT,
            "10000",
            "The maximum number of deals that the SDK sorts in memory"),
    REQUIRE(
            "deals.require",
            ValueKind.OPERATIONS,
            null,
            "The operations that the program needs; connecting fails if the provider lacks one"),
    ALLOW_UNVERIFIED(
            "deals.allow-unverified",
            ValueKind.FLAG,
            "false",
            "Whether to use calls that the vendor does not fully document"),
    ALLOW_CLEARTEXT("deals.allow-cleartext", ValueKind.FLAG, "false", "Whether to allow plain http to other computers"),
    CONNECT_TIMEOUT("deals.connect-timeout", ValueKind.DURATION, "5s", "The maximum time to open a connection"),
    CALL_TIMEOUT(
            "deals.call-timeout",
            ValueKind.DURATION,
            "30s",
            "The maximum time of one call, including all attempts and waits"),
    ATTEMPT_TIMEOUT("deals.attempt-timeout", ValueKind.DURATION, "15s", "The maximum time of one attempt"),
    MAX_ATTEMPTS("deals.max-attempts", ValueKind.ATTEMPTS, "4", "The maximum number of attempts per call, 1 to 100"),
    MAX_RETRY_DELAY("deals.max-retry-delay", ValueKind.DURATION, "20s", "The maximum wait between two attempts"),
    SETTLE_TIME(
            "deals.settle-time",
            ValueKind.DURATION_OR_OFF,
            "3s",
            "How long to reread a deal after an uncertain move, win, loss or reopening before sending the request"
                    + " again; off: never send it again"),
    RATE_LIMIT(
            "deals.rate-limit",
            ValueKind.RATE_LIMIT,
            null,
            "The maximum number of requests per period, if not the limit that the vendor documents"),
    QUOTA_STORE(
            "deals.quota-store",
            ValueKind.STORE_URL,
            null,
            "The store through which all processes of an account share its quota; needs deals-quota-redis"),
    QUOTA_SHARE(
            "deals.quota-share",
            ValueKind.PERCENT,
            "20%",
            "The share of the quota that each process uses while the quota store is unreachable"),
    CIRCUIT(
            "deals.circuit",
            ValueKind.CIRCUIT,
            "10/30s",
            "How many consecutive failed attempts make the account's calls fail at once, and for how long"),
    MAX_RESPONSE_BYTES("deals.max-response-bytes", ValueKind.BYTES, "32MiB", "The maximum size of a response"),
    PREFETCH_PAGES(
            "deals.prefetch-pages",
            ValueKind.FLAG,
            "true",
            "Whether a listing fetches the next page while the program reads the current one"),
    USAGE_FILE(
            "deals.usage-file",
            ValueKind.PATH,
            null,
            "The file that records what the program uses; needs deals-portability"),
    REQUIRE_USAGE(
            "deals.require-usage",
            ValueKind.PATH,
            null,
            "A recorded usage file; connecting fails if the provider cannot do everything in it; needs deals-portability"),
    CROSSWALK(
            "deals.crosswalk",
            ValueKind.PATH,
            null,
            "The cross-walk of a transfer to this account, to keep the old deal ids working; needs deals-transfer"),
    SHADOW(
            "deals.shadow",
            ValueKind.PATH,
            null,
            "The configuration file of another account to compare reads with; needs deals-transfer"),
    SHADOW_SAMPLE("deals.shadow.sample", ValueKind.PERCENT, "100%", "The share of reads to compare"),
    SHADOW_SHARE(
            "deals.shadow.share",
            ValueKind.PERCENT,
            "20%",
            "The share of the other account's rate limit that the comparison may use"),
    SHADOW_IGNORE(
            "deals.shadow.ignore",
            ValueKind.COMPARED_FIELDS,
            "contact-id,company-id,line-items,created-at,updated-at,closed-at",
            "The fields to leave out of the comparison"),
    CONFIG(
            "deals.config",
            ValueKind.PATH,
            null,
            "The file to read instead of deals.properties; cannot be set in a file"),
    CONNECTIONS(
            "deals.connections.NAME.*",
            ValueKind.TEXT,
            null,
            "Any other key except deals.config, for the connection NAME");

    private final String key;
    private final String stem;
    private final ValueKind kind;
    private final @Nullable String defaultText;
    private final String description;

    ConfigKey(String key, ValueKind kind, @Nullable String defaultText, String description) {
        this.key = key;
        this.stem = key.endsWith(".NAME") || key.endsWith(".FIELD") ? key.substring(0, key.lastIndexOf('.') + 1) : key;
        this.kind = kind;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** As the reference shows it, such as {@code deals.stages.NAME}. */
    public String key() {
        return key;
    }

    /** What its values look like. */
    public ValueKind kind() {
        return kind;
    }

    /** As one would write it; empty where the vendor decides or nothing is assumed. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** One line for the reference. */
    public String description() {
        return description;
    }

    /** Whether the key ends in a name of the user's choice. */
    boolean isNamed() {
        return stem.length() < key.length();
    }

    /** Whether the name is that of a field, in kebab case, and not of the user's choice. */
    boolean namesField() {
        return this == KEEP || this == DEFAULT;
    }

    /** What comes before the chosen name, with the dot; the whole key where there is none. */
    String stem() {
        return stem;
    }

    /** Whether it is part of how the program proves who it is. Such keys are inherited together or not at all. */
    boolean isCredential() {
        return switch (this) {
            case TOKEN,
                    TOKEN_FILE,
                    OAUTH_CLIENT_ID,
                    OAUTH_CLIENT_SECRET,
                    OAUTH_SCOPE,
                    OAUTH_AUDIENCE,
                    OAUTH_TOKEN_URL -> true;
            default -> false;
        };
    }

    /** Whether one connection may have its own value. */
    boolean isPerConnection() {
        return this != CONFIG && this != CONNECTIONS;
    }
}
