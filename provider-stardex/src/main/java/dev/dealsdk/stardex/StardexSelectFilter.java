package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter on a custom field with options or team members [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param values ids of options [docs: get-person-custom-field-definitions] or of team members; empty for any
 * @param excludedValues ids, as in {@link #values()}, that do not match; empty for none
 * @param requireAll true if all of the values must be present, not just one (inferred); false by default
 * @param includeEmpty true to match deals without a value as well; false by default
 */
@Value.Builder
@WireStyle
public record StardexSelectFilter(
        String attributeId,
        List<String> values,
        List<String> excludedValues,
        Optional<Boolean> requireAll,
        Optional<Boolean> includeEmpty) {

    /** {@return a builder in which nothing is set; the attribute id is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexSelectFilter}; not thread-safe. */
    public static final class Builder extends StardexSelectFilterBuilder {
        Builder() {}
    }
}
