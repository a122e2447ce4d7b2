package dev.dealsdk.stardex;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** An id with the name it goes by: an option of a select field, or a team member [docs: get-company-by-id]. */
@Value.Immutable
@WireStyle
public interface StardexRef {

    /** {@return what requests name it by} */
    Optional<String> id();

    /** {@return what the organization calls it} */
    Optional<String> name();

    /** {@return a builder with nothing set} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StardexRef}; not thread-safe. */
    final class Builder extends ImmutableStardexRef.Builder {
        Builder() {}
    }
}
