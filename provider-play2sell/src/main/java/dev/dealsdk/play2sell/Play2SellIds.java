package dev.dealsdk.play2sell;

import dev.dealsdk.spi.CallScope;
import java.util.HexFormat;

/** All ids of Play2Sell are UUIDs [docs: sales]. */
final class Play2SellIds {
    private static final String FORM = "00000000-0000-0000-0000-000000000000";

    private Play2SellIds() {}

    /**
     * The id itself.
     *
     * @throws dev.dealsdk.InvalidRequestException if it is no UUID
     */
    static String uuid(String field, String id, CallScope scope) {
        if (!isUuid(id)) {
            throw scope.invalid(field, "is no UUID such as 880e8400-e29b-41d4-a716-446655440000");
        }
        return id;
    }

    static boolean isUuid(String id) {
        if (id.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            boolean fits = FORM.charAt(i) == '-' ? id.charAt(i) == '-' : HexFormat.isHexDigit(id.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
