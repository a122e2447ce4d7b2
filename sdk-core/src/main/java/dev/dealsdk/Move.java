package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts a deal into another stage. Some vendors award points or run workflows on every move. */
@Value.Immutable
@SdkStyle
public interface Move {

    StageRef stage();

    /** A remark about the move. */
    Optional<String> note();

    /**
     * The vendor's own fields of this operation under the vendor's names, for what has no neutral name. Refused before
     * anything is sent when the vendor documents no such field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    static Builder builder() {
        return new Builder();
    }

    /** A move without a note. */
    static Move to(StageRef stage) {
        return builder().stage(stage).build();
    }

    /** Copies the JSON values into the form in which they are read back. */
    @Value.Check
    default Move normalized() {
        if (JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }
    /** Collects the parts of a {@link Move}; not thread-safe. */
    final class Builder extends ImmutableMove.Builder {
        Builder() {}
    }
}
