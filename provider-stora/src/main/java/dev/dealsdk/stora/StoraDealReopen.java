package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The body of {@code POST /2025-09/deals/{deal_id}/reopen}: neither is marked as required [docs: reopen-a-deal]. */
@Value.Immutable
@WireStyle
public interface StoraDealReopen {

    /** {@return {@code dstg_...}; what follows when it is left out is not documented} */
    Optional<String> stage();

    /** {@return {@code staff_...}; what follows when it is left out is not documented} */
    Optional<String> assignee();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealReopen}; not thread-safe. */
    final class Builder extends ImmutableStoraDealReopen.Builder {
        Builder() {}
    }
}
