package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter on a custom field with a number [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param min the lowest number that matches
 * @param max the highest number that matches
 * @param includeEmpty true to match deals without a value as well; false by default
 */
@Value.Builder
@WireStyle
public record StardexNumericFilter(
        String attributeId, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<Boolean> includeEmpty) {

    /** {@return a builder in which nothing is set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexNumericFilter}; not thread-safe. */
    public static final class Builder extends StardexNumericFilterBuilder {
        Builder() {}
    }
}
