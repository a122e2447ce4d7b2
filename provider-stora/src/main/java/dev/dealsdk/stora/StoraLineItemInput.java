package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import org.immutables.value.Value;

/** A line item as a request takes it: without a quantity [docs: create-a-deal]. */
@Value.Immutable
@WireStyle
public interface StoraLineItemInput {

    /** {@return {@code unit_type} or {@code protection}} */
    String type();

    /** {@return the id of what it is: {@code utype_...} or {@code plvl_...}} */
    String item();

    /** {@return a builder with nothing set; type and item are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraLineItemInput}; not thread-safe. */
    final class Builder extends ImmutableStoraLineItemInput.Builder {
        Builder() {}
    }
}
