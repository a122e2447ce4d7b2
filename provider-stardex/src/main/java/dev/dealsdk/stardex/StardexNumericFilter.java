package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter by a custom field that holds a number [docs: search-deals]. */
@Value.Immutable
@WireStyle
public interface StardexNumericFilter {

    /** {@return a UUID} */
    String attributeId();

    /** {@return the least number that fits} */
    Optional<BigDecimal> min();

    /** {@return the greatest number that fits} */
    Optional<BigDecimal> max();

    /** {@return whether deals without a value fit as well; false when left out} */
    Optional<Boolean> includeEmpty();

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexNumericFilter}; not thread-safe. */
    final class Builder extends ImmutableStardexNumericFilter.Builder {
        Builder() {}
    }
}
