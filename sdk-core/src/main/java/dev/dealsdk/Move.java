package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Puts a deal into another stage. Some vendors award points or run workflows on every move. Immutable.
 *
 * @param stage where the deal goes
 * @param note a remark about the move; empty for none
 * @param extras the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty when
 *     there are none. JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no
 *     such field; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Move(
        StageRef stage, Optional<String> note, @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Brings the extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public Move {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; the stage is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a move without a note}
     *
     * @param stage where the deal goes
     */
    public static Move to(StageRef stage) {
        return builder().stage(stage).build();
    }

    /** Collects the parts of a {@link Move}; not thread-safe. */
    public static final class Builder extends MoveBuilder {
        Builder() {}
    }
}
