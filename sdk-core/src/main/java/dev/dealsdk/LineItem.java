package dev.dealsdk;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that is sold with a deal. */
@Value.Immutable
@SdkStyle
public interface LineItem {

    /** The vendor's id of the thing that is sold. */
    String itemId();

    /** The vendor's word for the kind of thing. */
    Optional<String> type();

    Optional<BigDecimal> quantity();

    Optional<String> name();

    /** In major units of the deal's currency. */
    Optional<BigDecimal> unitPrice();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link LineItem}; not thread-safe. */
    final class Builder extends ImmutableLineItem.Builder {
        Builder() {}
    }
}
