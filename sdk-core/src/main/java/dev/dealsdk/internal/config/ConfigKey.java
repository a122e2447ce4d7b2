package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.ValueKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the configuration: parsing, suggestions, descriptions and the reference in the documentation are made
 * from this list. {@code NAME} at the end of a key stands for a name of the user's choice, {@code FIELD} for that of a field.
 */
public enum ConfigKey {
    PROVIDER("deals.provider", ValueKind.TEXT, null, "The vendor, by the name of its provider"),
    TOKEN("deals.token", ValueKind.TOKEN, null, "The bearer token"),
    TOKEN_FILE("deals.token-file", ValueKind.PATH, null, "A file with the bearer token, read again when it changes"),
    OAUTH_CLIENT_ID("deals.oauth.client-id", ValueKind.TEXT, null, "The id of the OAuth client"),
    OAUTH_CLIENT_SECRET("deals.oauth.client-secret", ValueKind.SECRET, null, "The secret of the OAuth client"),
    OAUTH_SCOPE("deals.oauth.scope", ValueKind.TEXT, null, "The scopes to ask for, separated by spaces"),
    OAUTH_AUDIENCE("deals.oauth.audience", ValueKind.TEXT, null, "The audience to ask for"),
    OAUTH_TOKEN_URL(
            "deals.oauth.token-url", ValueKind.URL, null, "Where tokens are issued, if not at the vendor's own"),
    BASE_URL("deals.base-url", ValueKind.URL, null, "Scheme, host and gateway prefix, if not the vendor's own"),
    STAGES("deals.stages.NAME", ValueKind.TEXT, null, "The stage id or stage name that the alias NAME stands for"),
    FIELDS("deals.fields.NAME", ValueKind.TEXT, null, "The vendor's key of the custom field known as NAME"),
    REFERENCE_FIELD(
            "deals.reference-field",
            ValueKind.TEXT,
            null,
            "The custom field for references, by its alias or vendor's key"),
    WON_STAGE(
            "deals.won-stage",
            ValueKind.STAGES,
            null,
            "The stages of won deals, where closing is a move; a won deal is moved to the first"),
    LOST_STAGE(
            "deals.lost-stage",
            ValueKind.STAGES,
            null,
            "The stages of lost deals, where closing is a move; a lost deal is moved to the first"),
    OPEN_STAGE("deals.open-stage", ValueKind.TEXT, null, "The stage that reopened deals go to"),
    OTHER_STAGES(
            "deals.other-stages",
            ValueKind.OTHER_STAGES,
            "open",
            "What deals in other stages are, where both won and lost stages are set"),
    KEEP("deals.keep.FIELD", ValueKind.PLACE, null, "Where FIELD is kept, if the vendor has no place for it"),
    DROP("deals.drop", ValueKind.FIELDS, null, "The fields that are left out, if the vendor has no place for them"),
    DEFAULT(
            "deals.default.FIELD",
            ValueKind.TEXT,
            null,
            "What is sent for FIELD, if the vendor requires it and the caller has not said it"),
    LOST_REASONS("deals.lost-reasons.NAME", ValueKind.TEXT, null, "The vendor's reason of a loss known as NAME"),
    OWNERS("deals.owners.NAME", ValueKind.TEXT, null, "The vendor's id of the owner known as NAME"),
    CURRENCY("deals.currency", ValueKind.CURRENCY, null, "The account's currency, if the vendor has none"),
    LOCAL_QUERY(
            "deals.local-query",
            ValueKind.LOCAL_QUERY,
            null,
            "Whether filters, or filters and orders, that the vendor lacks are applied by the SDK"),
    LOCAL_SORT_LIMIT(
            "deals.local-sort-limit", ValueKind.COUNT, "10000", "How many deals the SDK orders in memory at most"),
    REQUIRE("deals.require", ValueKind.OPERATIONS, null, "The operations without which the program cannot work"),
    ALLOW_UNVERIFIED(
            "deals.allow-unverified", ValueKind.FLAG, "false", "Whether incompletely documented calls are used"),
    ALLOW_CLEARTEXT("deals.allow-cleartext", ValueKind.FLAG, "false", "Whether plain http may leave this computer"),
    CONNECT_TIMEOUT("deals.connect-timeout", ValueKind.DURATION, "5s", "The time to open a connection"),
    CALL_TIMEOUT("deals.call-timeout", ValueKind.DURATION, "30s", "The time of one call with all its attempts"),
    ATTEMPT_TIMEOUT("deals.attempt-timeout", ValueKind.DURATION, "15s", "The time of one attempt"),
    MAX_ATTEMPTS("deals.max-attempts", ValueKind.ATTEMPTS, "4", "How often a call is tried, 1 to 100"),
    MAX_RETRY_DELAY("deals.max-retry-delay", ValueKind.DURATION, "20s", "The longest wait between two attempts"),
    SETTLE_TIME(
            "deals.settle-time",
            ValueKind.DURATION_OR_OFF,
            "3s",
            "How long a deal is read again after an uncertain move, win, loss or reopening; off: it is never sent again"),
    RATE_LIMIT("deals.rate-limit", ValueKind.RATE_LIMIT, null, "Calls per time, such as 10/1s,60/1m, or off"),
    QUOTA_STORE(
            "deals.quota-store",
            ValueKind.STORE_URL,
            null,
            "Where all processes of an account share its quota, such as redis://host:6379; needs deals-quota-redis"),
    QUOTA_SHARE(
            "deals.quota-share",
            ValueKind.PERCENT,
            "20%",
            "How much of the quota one process takes while the quota store cannot be reached"),
    CIRCUIT(
            "deals.circuit",
            ValueKind.CIRCUIT,
            "10/30s",
            "How many failed attempts in a row stop the calls of an account, and for how long; or off"),
    MAX_RESPONSE_BYTES("deals.max-response-bytes", ValueKind.BYTES, "32MiB", "The largest answer that is read"),
    PREFETCH_PAGES(
            "deals.prefetch-pages",
            ValueKind.FLAG,
            "true",
            "Whether a listing fetches the next page while one is read"),
    USAGE_FILE(
            "deals.usage-file",
            ValueKind.PATH,
            null,
            "A file to record what the program uses in; needs deals-portability"),
    REQUIRE_USAGE(
            "deals.require-usage",
            ValueKind.PATH,
            null,
            "A recorded usage file; connecting fails if any of it cannot work; needs deals-portability"),
    CROSSWALK(
            "deals.crosswalk",
            ValueKind.PATH,
            null,
            "The cross-walk of a transfer to this account: old ids of deals keep working; needs deals-transfer"),
    SHADOW(
            "deals.shadow",
            ValueKind.PATH,
            null,
            "The configuration file of another account: what is read is compared with it; needs deals-transfer"),
    SHADOW_SAMPLE("deals.shadow.sample", ValueKind.PERCENT, "100%", "How much of what is read is compared"),
    SHADOW_SHARE(
            "deals.shadow.share",
            ValueKind.PERCENT,
            "20%",
            "How much of the other account's rate limit is used for that"),
    SHADOW_IGNORE(
            "deals.shadow.ignore",
            ValueKind.COMPARED_FIELDS,
            "contact-id,company-id,line-items,created-at,updated-at,closed-at",
            "The fields that are not compared"),
    CONFIG("deals.config", ValueKind.PATH, null, "The file to read instead of deals.properties; not inside a file"),
    CONNECTIONS("deals.connections.NAME.*", ValueKind.TEXT, null, "Any key above, for the account known as NAME");

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
