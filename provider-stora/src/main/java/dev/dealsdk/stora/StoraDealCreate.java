package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /2025-09/deals} [docs: create-a-deal]. The page's sample sends name, contact, stage and line
 * items; the other fields are those of an update (inferred). Stora does not document which fields are required.
 *
 * @param name the title
 * @param contact {@code con_...}
 * @param stage {@code dstg_...}
 * @param assignee {@code staff_...}
 * @param site {@code site_...}
 * @param note prose
 * @param startsAt the move-in date; its format is not documented
 * @param metadata at most 20 keys of 1 to 40 characters from a-z, 0-9, . _ : and -, with texts of at most 500
 *     characters
 * @param lineItems at most one of each type
 */
@Value.Builder
@WireStyle
public record StoraDealCreate(
        Optional<String> name,
        Optional<String> contact,
        Optional<String> stage,
        Optional<String> assignee,
        Optional<String> site,
        Optional<String> note,
        Optional<String> startsAt,
        Optional<Map<String, @Nullable String>> metadata,
        List<StoraLineItemInput> lineItems) {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StoraDealCreate}; not thread-safe. */
    public static final class Builder extends StoraDealCreateBuilder {
        Builder() {}
    }
}
