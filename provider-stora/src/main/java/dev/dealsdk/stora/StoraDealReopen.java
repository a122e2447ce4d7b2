package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /2025-09/deals/{deal_id}/reopen}: neither is marked as required [docs: reopen-a-deal].
 *
 * @param stage {@code dstg_...}; what follows when it is left out is not documented
 * @param assignee {@code staff_...}; what follows when it is left out is not documented
 */
@Value.Builder
@WireStyle
public record StoraDealReopen(Optional<String> stage, Optional<String> assignee) {

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealReopen}; not thread-safe. */
    public static final class Builder extends StoraDealReopenBuilder {
        Builder() {}
    }
}
