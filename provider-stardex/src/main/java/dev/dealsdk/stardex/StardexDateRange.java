package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A range of days [docs: search-deals]. Whether its ends are inclusive is not documented.
 *
 * @param startDate ISO 8601; whether a time zone is taken into account is not documented
 * @param endDate ISO 8601; whether a time zone is taken into account is not documented
 * @param includeEmpty true to match deals without a value as well; false by default
 */
@Value.Builder
@WireStyle
public record StardexDateRange(Optional<String> startDate, Optional<String> endDate, Optional<Boolean> includeEmpty) {

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StardexDateRange}; not thread-safe. */
    public static final class Builder extends StardexDateRangeBuilder {
        Builder() {}
    }
}
