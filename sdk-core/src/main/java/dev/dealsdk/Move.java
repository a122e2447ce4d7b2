package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Moves a deal to another stage. Some vendors award points or run workflows on every move. Immutable.
 *
 * @param stage the target stage
 * @param note a note about the move; empty for none
 * @param extras further fields of this operation that only this vendor has, under the vendor's names; empty for none.
 *     Values as in {@link Deal#customFields()}. A field that the vendor does not document is refused before anything is
 *     sent; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Move(
        StageRef stage, Optional<String> note, @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Normalizes the extras to the JDK types in which they are returned. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
     */
    public Move {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder in which nothing is set; the stage is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a move without a note}
     *
     * @param stage the target stage
     */
    public static Move to(StageRef stage) {
        return builder().stage(stage).build();
    }

    /** Builds a {@link Move}; not thread-safe. */
    public static final class Builder extends MoveBuilder {
        Builder() {}
    }
}
