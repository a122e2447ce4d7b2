package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter by a custom field that holds options or team members [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param values ids of options [docs: get-person-custom-field-definitions] or of team members; empty for any
 * @param excludedValues as {@link #values()}, of those that do not fit; empty for none
 * @param requireAll whether all of the values must be there, not just one (inferred); false when left out
 * @param includeEmpty whether deals without a value fit as well; false when left out
 */
@Value.Builder
@WireStyle
public record StardexSelectFilter(
        String attributeId,
        List<String> values,
        List<String> excludedValues,
        Optional<Boolean> requireAll,
        Optional<Boolean> includeEmpty) {

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexSelectFilter}; not thread-safe. */
    public static final class Builder extends StardexSelectFilterBuilder {
        Builder() {}
    }
}
