package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter by day [docs: search-deals]. Whether its ends are inclusive is not documented. */
@Value.Immutable
@WireStyle
public interface StardexDateRange {

    /** {@return ISO 8601; whether a time zone counts is not documented} */
    Optional<String> startDate();

    /** {@return ISO 8601; whether a time zone counts is not documented} */
    Optional<String> endDate();

    /** {@return whether deals without a value fit as well; false when left out} */
    Optional<Boolean> includeEmpty();

    /** {@return a builder with nothing set} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexDateRange}; not thread-safe. */
    final class Builder extends ImmutableStardexDateRange.Builder {
        Builder() {}
    }
}
