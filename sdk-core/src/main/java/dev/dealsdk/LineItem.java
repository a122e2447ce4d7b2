package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An item that a deal covers. Immutable.
 *
 * @param itemId the vendor's id of the item in its catalogue
 * @param type the vendor's word for the kind of item; empty if the vendor has no kinds
 * @param quantity the number of items, exact and possibly fractional; empty if the vendor does not send it
 * @param name the name of the item; empty if the vendor sends only the id
 * @param unitPrice the price of one item, in major units of the deal's currency; empty if the vendor does not send it
 */
@Value.Builder
@SdkStyle
public record LineItem(
        String itemId,
        Optional<String> type,
        Optional<BigDecimal> quantity,
        Optional<String> name,
        Optional<BigDecimal> unitPrice)
        implements JsonByModule {

    /** {@return a builder in which nothing is set; the item id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LineItem}; not thread-safe. */
    public static final class Builder extends LineItemBuilder {
        Builder() {}
    }
}
