package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of {@code POST /2025-09/deals/{deal_id}/reopen}. Neither field is marked as required [docs: reopen-a-deal].
 *
 * @param stage {@code dstg_...}; the effect of leaving it out is not documented
 * @param assignee {@code staff_...}; the effect of leaving it out is not documented
 */
@Value.Builder
@WireStyle
public record StoraDealReopen(Optional<String> stage, Optional<String> assignee) {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StoraDealReopen}; not thread-safe. */
    public static final class Builder extends StoraDealReopenBuilder {
        Builder() {}
    }
}
