package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reopens a closed deal. Immutable.
 *
 * @param stage the stage in which the deal continues; if empty, the vendor chooses it
 * @param ownerIds the vendor's ids of the new owners; if empty, the vendor chooses them
 * @param note a note about the reopening; empty for none
 * @param extras further fields of this operation that only this vendor has, under the vendor's names; empty for none.
 *     Values as in {@link Deal#customFields()}. A field that the vendor does not document is refused before anything is
 *     sent; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Reopen(
        Optional<StageRef> stage,
        List<String> ownerIds,
        Optional<String> note,
        @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Normalizes the extras to the JDK types in which they are returned. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
     */
    public Reopen {
        ownerIds = List.copyOf(ownerIds);
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder in which nothing is set; the vendor determines which parts are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Reopen}; not thread-safe. */
    public static final class Builder extends ReopenBuilder {
        Builder() {}
    }
}
