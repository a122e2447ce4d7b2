package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that is sold with a deal. */
@Value.Immutable
@SdkStyle
public interface LineItem {

    /** {@return the vendor's id of the thing that is sold, as in its catalogue} */
    String itemId();

    /** {@return the vendor's word for the kind of thing; empty when the vendor has no kinds} */
    Optional<String> type();

    /** {@return how many are sold, exact and possibly a fraction; empty when the vendor does not say} */
    Optional<BigDecimal> quantity();

    /** {@return what the thing is called; empty when the vendor sends the id alone} */
    Optional<String> name();

    /** {@return the price of one, in major units of the deal's currency; empty when the vendor does not say} */
    Optional<BigDecimal> unitPrice();

    /** {@return a builder with nothing set; the item id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link LineItem}; not thread-safe. */
    final class Builder extends ImmutableLineItem.Builder {
        Builder() {}
    }
}
