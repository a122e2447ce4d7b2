package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import org.immutables.value.Value;

/**
 * A filter by a custom field that holds a day [docs: search-deals].
 *
 * @param attributeId a UUID
 * @param range the days that fit
 */
@Value.Builder
@WireStyle
public record StardexDateFilter(String attributeId, StardexDateRange range) {

    /** {@return a builder with nothing set; the attribute id and the range are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDateFilter}; not thread-safe. */
    public static final class Builder extends StardexDateFilterBuilder {
        Builder() {}
    }
}
