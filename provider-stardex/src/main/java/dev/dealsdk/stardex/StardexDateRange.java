package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A filter by day [docs: search-deals]. Whether its ends are inclusive is not documented.
 *
 * @param startDate ISO 8601; whether a time zone counts is not documented
 * @param endDate ISO 8601; whether a time zone counts is not documented
 * @param includeEmpty whether deals without a value fit as well; false when left out
 */
@Value.Builder
@WireStyle
public record StardexDateRange(Optional<String> startDate, Optional<String> endDate, Optional<Boolean> includeEmpty) {

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDateRange}; not thread-safe. */
    public static final class Builder extends StardexDateRangeBuilder {
        Builder() {}
    }
}
