package dev.dealsdk.spi;

import java.util.HexFormat;

/**
 * The format of a vendor's ids, used to refuse an invalid id before anything is sent.
 *
 * <pre>{@code
 * static final IdFormat UUID = IdFormat.uuid("880e8400-e29b-41d4-a716-446655440000");
 * ...
 * VendorRequest.get("v1", "deals", UUID.require("id", id, call));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class IdFormat {
    private static final String UUID = "00000000-0000-0000-0000-000000000000";

    private final Form form;
    private final String expected;

    private IdFormat(Form form, String expected) {
        this.form = form;
        this.expected = expected;
    }

    @FunctionalInterface
    private interface Form {
        boolean fits(String id);
    }

    /**
     * {@return the format of UUIDs, in upper or lower case}
     *
     * @param example an example for messages
     */
    public static IdFormat uuid(String example) {
        return new IdFormat(id -> isGrouped(id, false), "a UUID such as " + example);
    }

    /**
     * {@return the format of UUIDs in which any letter or digit may stand for a hexadecimal digit, for vendors that
     * deviate from the standard}
     *
     * @param example an example for messages
     */
    public static IdFormat uuidLike(String example) {
        return new IdFormat(id -> isGrouped(id, true), "a UUID such as " + example);
    }

    /**
     * {@return the format of ids with a prefix, followed by any characters except whitespace and control characters}
     *
     * @param prefix the prefix, such as {@code deal_}
     * @param example an example for messages
     */
    public static IdFormat prefixed(String prefix, String example) {
        return new IdFormat(
                id -> id.length() > prefix.length() && id.startsWith(prefix) && isVisible(id),
                "an id of the form " + prefix + "..., such as " + example);
    }

    /**
     * {@return true if a text has this format}
     *
     * @param id any text
     */
    public boolean matches(String id) {
        return form.fits(id);
    }

    /**
     * Returns an id after checking its format.
     *
     * @param field the name of the field for the caller, such as {@code ownerIds}
     * @param id any text
     * @param call the call to refuse
     * @return the same id
     * @throws dev.dealsdk.InvalidRequestException if the id does not have this format: "FIELD: is not a UUID such as
     *     ..."
     */
    public String require(String field, String id, CallScope call) {
        if (!matches(id)) {
            throw call.invalid(field, "is not " + expected);
        }
        return id;
    }

    private static boolean isGrouped(String id, boolean anyLetter) {
        if (id.length() != UUID.length()) {
            return false;
        }
        for (int i = 0; i < UUID.length(); i++) {
            char at = id.charAt(i);
            boolean fits =
                    UUID.charAt(i) == '-' ? at == '-' : HexFormat.isHexDigit(at) || (anyLetter && isAlphanumeric(at));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char at) {
        return (at >= '0' && at <= '9') || (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z');
    }

    private static boolean isVisible(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isWhitespace(id.charAt(i)) || Character.isISOControl(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
