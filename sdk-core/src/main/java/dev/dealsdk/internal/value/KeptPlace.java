package dev.dealsdk.internal.value;

/**
 * Where a field is kept for which the vendor has no place.
 *
 * @param kind what it is
 * @param key alias or key of a custom field, or the name of an extra; empty for the value
 */
public record KeptPlace(Kind kind, String key) {
    private static final String CUSTOM = "custom:";
    private static final String EXTRA = "extra:";

    /** What a field can be kept in. */
    public enum Kind {
        CUSTOM_FIELD,
        EXTRA,
        /** Of a final value alone: the deal's own value. */
        VALUE
    }

    /** A place as it is written. */
    public static KeptPlace parse(String text) {
        if (text.equals("value")) {
            return new KeptPlace(Kind.VALUE, "");
        }
        if (text.startsWith(CUSTOM) && !text.substring(CUSTOM.length()).isBlank()) {
            return new KeptPlace(
                    Kind.CUSTOM_FIELD, text.substring(CUSTOM.length()).strip());
        }
        if (text.startsWith(EXTRA) && !text.substring(EXTRA.length()).isBlank()) {
            return new KeptPlace(Kind.EXTRA, text.substring(EXTRA.length()).strip());
        }
        throw new ValueFault(
                "\"" + text + "\" is not a place; write custom:KEY for a custom field, or extra:KEY for a field of"
                        + " the vendor's own");
    }

    /** As callers meet it in a deal, such as {@code customFields.margin}. */
    public String path() {
        return switch (kind) {
            case CUSTOM_FIELD -> "customFields." + key;
            case EXTRA -> "extras." + key;
            case VALUE -> "value";
        };
    }
}
