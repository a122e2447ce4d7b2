package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A status of the organization (shape inferred from [docs: get-company-by-id]). Nothing documented marks those of won and lost
 * deals, or orders them.
 */
@Value.Immutable
@WireStyle
public interface StardexStatus {

    /** {@return shaped like a UUID; opaque} */
    String id();

    /** {@return what the organization calls it} */
    Optional<String> name();

    /** {@return a builder with nothing set; the id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexStatus}; not thread-safe. */
    final class Builder extends ImmutableStardexStatus.Builder {
        Builder() {}
    }
}
