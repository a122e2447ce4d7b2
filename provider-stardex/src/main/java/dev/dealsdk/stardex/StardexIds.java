package dev.dealsdk.stardex;

import dev.dealsdk.spi.CallScope;
import java.util.regex.Pattern;

/**
 * Requests take UUIDs, say the pages; but some ids in their own answers hold letters no UUID has, such as {@code
 * f3e4d5c6-b7a8-9012-cdef-g12345678902} [docs: get-job-custom-field-definitions]. So only the groups are checked, and ids
 * of deals and statuses, which come from Stardex, not at all.
 */
final class StardexIds {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}");

    private StardexIds() {}

    static boolean isShaped(String id) {
        return SHAPE.matcher(id).matches();
    }

    /**
     * The id itself.
     *
     * @throws dev.dealsdk.InvalidRequestException if it has not the shape of a UUID
     */
    static String shaped(String field, String id, CallScope scope) {
        if (!isShaped(id)) {
            throw scope.invalid(field, "is no UUID such as 3c90c3cc-0d44-4b50-8888-8dd25736052a");
        }
        return id;
    }
}
