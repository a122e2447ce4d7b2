package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that is sold with a deal. Immutable.
 *
 * @param itemId the vendor's id of the thing that is sold, as in its catalogue
 * @param type the vendor's word for the kind of thing; empty when the vendor has no kinds
 * @param quantity how many are sold, exact and possibly a fraction; empty when the vendor does not say
 * @param name what the thing is called; empty when the vendor sends the id alone
 * @param unitPrice the price of one, in major units of the deal's currency; empty when the vendor does not say
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

    /** {@return a builder with nothing set; the item id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link LineItem}; not thread-safe. */
    public static final class Builder extends LineItemBuilder {
        Builder() {}
    }
}
