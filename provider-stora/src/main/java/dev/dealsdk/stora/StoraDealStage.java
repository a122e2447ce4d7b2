package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The stage as it is nested in a deal: by id alone, whole when it is expanded, and without an id when it was deleted
 * [docs: list-all-deals].
 */
@Value.Immutable
@WireStyle
public interface StoraDealStage {

    /** {@return {@code dstg_...}; empty when the stage was deleted} */
    Optional<String> id();

    /** {@return its name when it is expanded or was deleted, such as {@code Second Stage - (Deleted)}} */
    Optional<String> name();

    /** {@return its place in the pipeline when it is expanded or was deleted} */
    Optional<Integer> position();

    /** {@return when it was created, if it is expanded or was deleted} */
    Optional<Instant> createdAt();

    /** {@return when it was last changed, if it is expanded or was deleted} */
    Optional<Instant> updatedAt();

    /** {@return what Stora sent that is not documented, or not of the documented type, under its names} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDealStage}; not thread-safe. */
    final class Builder extends ImmutableStoraDealStage.Builder {
        Builder() {}
    }
}
