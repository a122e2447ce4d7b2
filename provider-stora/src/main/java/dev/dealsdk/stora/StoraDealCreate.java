package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /2025-09/deals} [docs: create-a-deal]. The page's sample sends name, contact, stage and line
 * items; the other fields are those of an update (inferred). Which are required is not documented.
 */
@Value.Immutable
@WireStyle
public interface StoraDealCreate {

    /** {@return the title} */
    Optional<String> name();

    /** {@return {@code con_...}} */
    Optional<String> contact();

    /** {@return {@code dstg_...}} */
    Optional<String> stage();

    /** {@return {@code staff_...}} */
    Optional<String> assignee();

    /** {@return {@code site_...}} */
    Optional<String> site();

    /** {@return prose} */
    Optional<String> note();

    /** {@return the move-in date; its form is not documented} */
    Optional<String> startsAt();

    /**
     * {@return at most 20 keys of 1 to 40 characters among a-z, 0-9, . _ : and -, with texts of 500 characters at
     * most}
     */
    Optional<Map<String, @Nullable String>> metadata();

    /** {@return at most one of each type} */
    List<StoraLineItemInput> lineItems();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealCreate}; not thread-safe. */
    final class Builder extends ImmutableStoraDealCreate.Builder {
        Builder() {}
    }
}
