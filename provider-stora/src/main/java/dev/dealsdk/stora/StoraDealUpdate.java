package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /2025-09/deals/{deal_id}} [docs: update-a-deal]. Only fields that are set are sent.
 *
 * @param name the title
 * @param stage {@code dstg_...}; not among the fields that the page shows, so Stora may not accept it
 * @param assignee {@code staff_...}
 * @param site {@code site_...}
 * @param note prose
 * @param startsAt the move-in date; its format is not documented
 * @param metadata the keys to change, with a null to remove one; an empty map removes all [guide: metadata]
 * @param lineItems the complete new list of line items; an empty list removes all of them
 * @param nulls the names of fields to clear by sending null: assignee, site, note and starts_at
 */
@Value.Builder
@WireStyle
public record StoraDealUpdate(
        Optional<String> name,
        Optional<String> stage,
        Optional<String> assignee,
        Optional<String> site,
        Optional<String> note,
        Optional<String> startsAt,
        Optional<Map<String, @Nullable String>> metadata,
        Optional<List<StoraLineItemInput>> lineItems,
        Set<String> nulls) {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StoraDealUpdate}; not thread-safe. */
    public static final class Builder extends StoraDealUpdateBuilder {
        Builder() {}
    }
}
