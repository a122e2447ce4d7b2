package dev.dealsdk.backside;

import dev.dealsdk.spi.CallScope;
import java.util.regex.Pattern;

/** All ids of Backside are UUIDs [docs: move]. */
final class BacksideIds {
    private static final String FAULT = "is no UUID such as 550e8400-e29b-41d4-a716-446655440002";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private BacksideIds() {}

    static boolean isUuid(String id) {
        return UUID.matcher(id).matches();
    }

    /**
     * The id itself.
     *
     * @throws dev.dealsdk.InvalidRequestException if it is no UUID
     */
    static String uuid(String field, String id, CallScope scope) {
        if (!isUuid(id)) {
            throw scope.invalid(field, FAULT);
        }
        return id;
    }
}
