package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The query of {@code GET /api/v1/deals}, as far as it is documented [docs: temporal]. Immutable.
 *
 * @param stageId a UUID
 * @param asOf deals as the system knew them then; Backside answers 410 before what it still remembers
 * @param validAt the moment on the axis of valid time; equals {@link #asOf()} when left out
 */
@Value.Builder
@WireStyle
public record BacksideDealQuery(Optional<String> stageId, Optional<Instant> asOf, Optional<Instant> validAt) {

    /** {@return a new builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealQuery}; not thread-safe. */
    public static final class Builder extends BacksideDealQueryBuilder {
        Builder() {}
    }
}
