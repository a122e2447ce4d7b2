package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter by a custom field that holds a number [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param min the least number that fits
 * @param max the greatest number that fits
 * @param includeEmpty whether deals without a value fit as well; false when left out
 */
@Value.Builder
@WireStyle
public record StardexNumericFilter(
        String attributeId, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<Boolean> includeEmpty) {

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexNumericFilter}; not thread-safe. */
    public static final class Builder extends StardexNumericFilterBuilder {
        Builder() {}
    }
}
