package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter by a custom field that holds options or team members [docs: search-deals]. */
@Value.Immutable
@WireStyle
public interface StardexSelectFilter {

    /** {@return a UUID} */
    String attributeId();

    /** {@return ids of options [docs: get-person-custom-field-definitions] or of team members; empty for any} */
    List<String> values();

    /** {@return as {@link #values()}, of those that do not fit; empty for none} */
    List<String> excludedValues();

    /** {@return whether all of the values must be there, not just one (inferred); false when left out} */
    Optional<Boolean> requireAll();

    /** {@return whether deals without a value fit as well; false when left out} */
    Optional<Boolean> includeEmpty();

    /** {@return a builder with nothing set; the attribute id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexSelectFilter}; not thread-safe. */
    final class Builder extends ImmutableStardexSelectFilter.Builder {
        Builder() {}
    }
}
