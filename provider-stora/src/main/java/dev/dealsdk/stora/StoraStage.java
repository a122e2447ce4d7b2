package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A stage of the pipeline [docs: list-all-stages]. Nothing marks a kind: deals are won and lost in any stage. */
@Value.Immutable
@WireStyle
public interface StoraStage {

    /** {@return {@code dstg_...}} */
    String id();

    /** {@return as the pipeline shows it} */
    Optional<String> name();

    /** {@return the order in the pipeline, with gaps} */
    Optional<Integer> position();

    /** {@return when it was created} */
    Optional<Instant> createdAt();

    /** {@return when it was last changed} */
    Optional<Instant> updatedAt();

    /** {@return what Stora sent that is not documented, or not of the documented type, under its names} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraStage}; not thread-safe. */
    final class Builder extends ImmutableStoraStage.Builder {
        Builder() {}
    }
}
