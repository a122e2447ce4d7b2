package dev.dealsdk.play2sell;

import dev.dealsdk.spi.CallScope;
import java.util.regex.Pattern;

/** All ids of Play2Sell are UUIDs [docs: sales]. */
final class Play2SellIds {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Play2SellIds() {}

    /**
     * The id itself.
     *
     * @throws dev.dealsdk.InvalidRequestException if it is no UUID
     */
    static String uuid(String field, String id, CallScope scope) {
        if (!UUID.matcher(id).matches()) {
            throw scope.invalid(field, "is no UUID such as 880e8400-e29b-41d4-a716-446655440000");
        }
        return id;
    }
}
