package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The documented part of the query of {@code GET /api/v1/deals} [docs: temporal]. Immutable.
 *
 * @param stageId a UUID
 * @param asOf the time as of which to read deals; Backside responds with 410 to a time before its retained history
 * @param validAt a time on the axis of valid time; equal to {@link #asOf()} by default
 */
@Value.Builder
@WireStyle
public record BacksideDealQuery(Optional<String> stageId, Optional<Instant> asOf, Optional<Instant> validAt) {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BacksideDealQuery}; not thread-safe. */
    public static final class Builder extends BacksideDealQueryBuilder {
        Builder() {}
    }
}
