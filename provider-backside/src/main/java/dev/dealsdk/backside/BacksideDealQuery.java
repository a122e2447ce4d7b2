package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** The query of {@code GET /api/v1/deals}, as far as it is documented [docs: temporal]. Immutable. */
@Value.Immutable
@WireStyle
public interface BacksideDealQuery {

    /** {@return a UUID} */
    Optional<String> stageId();

    /** {@return deals as the system knew them then; Backside answers 410 before what it still remembers} */
    Optional<Instant> asOf();

    /** {@return the moment on the axis of valid time; equals {@link #asOf()} when left out} */
    Optional<Instant> validAt();

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealQuery}; not thread-safe. */
    final class Builder extends ImmutableBacksideDealQuery.Builder {
        Builder() {}
    }
}
