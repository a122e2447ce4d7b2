package dev.dealsdk.internal.value;

/** What the values of a key look like. */
public enum ValueKind {
    TEXT("text"),
    /** Goes into a header. */
    TOKEN("secret text"),
    SECRET("secret text"),
    PATH("file path"),
    URL("URL"),
    OPERATIONS("operations, separated by commas"),
    FLAG("true or false"),
    DURATION("duration such as 500ms, 10s or 2m"),
    DURATION_OR_OFF("duration such as 500ms, 10s or 2m, or off"),
    ATTEMPTS("whole number"),
    RATE_LIMIT("requests per period such as 10/1s,60/1m, or off"),
    CIRCUIT("failures and duration such as 10/30s, or off"),
    PERCENT("percentage such as 20%"),
    /** May hold a password. */
    STORE_URL("URL such as redis://host:6379"),
    BYTES("size such as 512KiB or 32MiB, or a number of bytes"),
    COUNT("whole number"),
    STAGES("stages, separated by commas"),
    OTHER_STAGES("open or unknown"),
    PLACE("custom:KEY or extra:KEY; for final-value also value"),
    FIELDS("fields, separated by commas"),
    COMPARED_FIELDS("fields, separated by commas, or none"),
    CURRENCY("ISO 4217 code such as EUR"),
    LOCAL_QUERY("filters or filters,sorts");

    private final String format;

    ValueKind(String format) {
        this.format = format;
    }

    /** In words, for the reference. */
    public String format() {
        return format;
    }

    /** Whether values are shown as asterisks, even faulty ones. */
    public boolean isSecret() {
        return this == TOKEN || this == SECRET;
    }

    /** A value as descriptions show it: what is secret is masked. */
    public String shown(String text) {
        return isSecret() ? "****" : this == STORE_URL ? StoreUrl.shown(text) : text;
    }

    /** Throws {@link ValueFault} if the value cannot be used. */
    public void check(String text) {
        if (text.isBlank()) {
            throw new ValueFault("is blank; write a value, or remove the key");
        }
        // The name of a stage or a field may be in quotes.
        if (this != TEXT && this != STAGES) {
            Values.unquoted(text);
        }
        switch (this) {
            case TEXT -> Values.text(text);
            case TOKEN -> Secrets.token(text);
            case SECRET -> Secrets.clientSecret(text);
            case PATH -> Values.path(text);
            case URL -> ServiceUrl.parse(text);
            case OPERATIONS -> Values.operations(text);
            case FLAG -> Values.flag(text);
            case DURATION -> Values.duration(text);
            case DURATION_OR_OFF -> Values.durationOrOff(text);
            case ATTEMPTS -> Values.attempts(text);
            case RATE_LIMIT -> RateWindow.parse(text);
            case CIRCUIT -> CircuitRule.parse(text);
            case PERCENT -> Values.percent(text);
            case STORE_URL -> StoreUrl.parse(text);
            case BYTES -> Values.bytes(text);
            case COUNT -> Values.count(text);
            case STAGES -> Values.words(text);
            case OTHER_STAGES -> Values.otherStagesAreOpen(text);
            case PLACE -> KeptPlace.parse(text);
            case FIELDS -> FieldNames.parseAll(text);
            case COMPARED_FIELDS -> FieldNames.parseCompared(text);
            case CURRENCY -> Values.currency(text);
            case LOCAL_QUERY -> Values.localQuery(text);
        }
    }
}
