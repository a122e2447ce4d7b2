package dev.dealsdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts a closed deal back to work. */
@Value.Immutable
@SdkStyle
public interface Reopen {

    /** Where it goes on; empty leaves that to the vendor. */
    Optional<StageRef> stage();

    /** Who takes it over; empty leaves that to the vendor. */
    List<String> ownerIds();

    /** A remark about the reopening. */
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

    /** Copies the JSON values into the form in which they are read back. */
    @Value.Check
    default Reopen normalized() {
        if (JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }
    /** Collects the parts of a {@link Reopen}; not thread-safe. */
    final class Builder extends ImmutableReopen.Builder {
        Builder() {}
    }
}
