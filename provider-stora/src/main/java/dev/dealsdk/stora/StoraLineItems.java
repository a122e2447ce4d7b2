package dev.dealsdk.stora;

import dev.dealsdk.LineItem;
import dev.dealsdk.spi.CallScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Line items as a request takes them: at most one of each type, and nothing but type and item [docs: update-a-deal].
 */
final class StoraLineItems {
    /** All there are, so that there are never more than two items. */
    private static final Set<String> TYPES = Set.of("unit_type", "protection");

    private StoraLineItems() {}

    /**
     * The same items, in the same order.
     *
     * @throws dev.dealsdk.InvalidRequestException if one is not of Stora's form
     */
    static List<StoraLineItemInput> toStora(List<LineItem> items, CallScope scope) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<StoraLineItemInput> stora = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            LineItem item = items.get(i);
            String field = "lineItems[" + i + "]";
            String type = item.type()
                    .filter(TYPES::contains)
                    .orElseThrow(() -> scope.invalid(field + ".type", "is neither unit_type nor protection"));
            if (!types.add(type)) {
                throw scope.invalid(field + ".type", "is there twice; a Stora deal has one item of each type");
            }
            if (item.itemId().isBlank()) {
                throw scope.invalid(field + ".itemId", "is blank");
            }
            requireDocumented(item, field, scope);
            stora.add(
                    StoraLineItemInput.builder().type(type).item(item.itemId()).build());
        }
        return stora;
    }

    /** So that an item can be written as it was read: a quantity of 1 is what Stora gives every item. */
    private static void requireDocumented(LineItem item, String field, CallScope scope) {
        if (differsFromOne(item.quantity())) {
            throw scope.invalid(field + ".quantity", "Stora documents no quantity in a request; leave it out");
        }
        if (item.name().isPresent()) {
            throw scope.invalid(field + ".name", "Stora's line items have no name of their own; leave it out");
        }
        if (item.unitPrice().isPresent()) {
            throw scope.invalid(field + ".unitPrice", "Stora's line items have no price of their own; leave it out");
        }
    }

    private static boolean differsFromOne(Optional<BigDecimal> quantity) {
        return quantity.filter(number -> number.compareTo(BigDecimal.ONE) != 0).isPresent();
    }
}
