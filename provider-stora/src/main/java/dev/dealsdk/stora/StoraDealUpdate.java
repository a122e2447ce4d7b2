package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /2025-09/deals/{deal_id}}: only what is set is sent [docs: update-a-deal]. */
@Value.Immutable
@WireStyle
public interface StoraDealUpdate {

    /** {@return the title} */
    Optional<String> name();

    /** {@return {@code dstg_...}; not among the fields the page shows: whether Stora takes it is not documented} */
    Optional<String> stage();

    /** {@return {@code staff_...}} */
    Optional<String> assignee();

    /** {@return {@code site_...}} */
    Optional<String> site();

    /** {@return prose} */
    Optional<String> note();

    /** {@return the move-in date; its form is not documented} */
    Optional<String> startsAt();

    /** {@return the keys to change, with a null to remove one; an empty map removes all [guide: metadata]} */
    Optional<Map<String, @Nullable String>> metadata();

    /** {@return all line items afterwards; an empty list takes them all away} */
    Optional<List<StoraLineItemInput>> lineItems();

    /**
     * {@return the names of fields to send as null, which takes their value away: assignee, site, note and starts_at}
     */
    Set<String> nulls();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealUpdate}; not thread-safe. */
    final class Builder extends ImmutableStoraDealUpdate.Builder {
        Builder() {}
    }
}
