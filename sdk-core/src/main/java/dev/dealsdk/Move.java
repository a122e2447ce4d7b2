package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts a deal into another stage. Some vendors award points or run workflows on every move. */
@Value.Immutable
@SdkStyle
public interface Move {

    /** {@return where the deal goes} */
    StageRef stage();

    /** {@return a remark about the move; empty for none} */
    Optional<String> note();

    /**
     * {@return the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty
     * when there are none} JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor
     * documents no such field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** {@return a builder with nothing set; the stage is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a move without a note}
     *
     * @param stage where the deal goes
     */
    static Move to(StageRef stage) {
        return builder().stage(stage).build();
    }

    /**
     * {@return this value with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
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
