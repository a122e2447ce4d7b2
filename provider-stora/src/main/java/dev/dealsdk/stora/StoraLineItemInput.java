package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import org.immutables.value.Value;

/**
 * A line item in a request, which has no quantity [docs: create-a-deal].
 *
 * @param type {@code unit_type} or {@code protection}
 * @param item the id of the item: {@code utype_...} or {@code plvl_...}
 */
@Value.Builder
@WireStyle
public record StoraLineItemInput(String type, String item) {

    /** {@return a builder in which nothing is set; type and item are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StoraLineItemInput}; not thread-safe. */
    public static final class Builder extends StoraLineItemInputBuilder {
        Builder() {}
    }
}
