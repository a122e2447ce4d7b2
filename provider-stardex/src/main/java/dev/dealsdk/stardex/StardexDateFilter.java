package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import org.immutables.value.Value;

/**
 * A filter on a custom field with a day [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param range the days that match
 */
@Value.Builder
@WireStyle
public record StardexDateFilter(String attributeId, StardexDateRange range) {

    /** {@return a builder in which nothing is set; the attribute id and the range are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexDateFilter}; not thread-safe. */
    public static final class Builder extends StardexDateFilterBuilder {
        Builder() {}
    }
}
