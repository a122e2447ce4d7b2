package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import org.immutables.value.Value;

/** A filter by a custom field that holds a day [docs: search-deals]. */
@Value.Immutable
@WireStyle
public interface StardexDateFilter {

    /** {@return a UUID} */
    String attributeId();

    /** {@return the days that fit} */
    StardexDateRange range();

    /** {@return a builder with nothing set; the attribute id and the range are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDateFilter}; not thread-safe. */
    final class Builder extends ImmutableStardexDateFilter.Builder {
        Builder() {}
    }
}
