package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Puts a closed deal back to work. Immutable.
 *
 * @param stage the stage in which it goes on; empty leaves that to the vendor
 * @param ownerIds the vendor's ids of the users who take it over; empty leaves that to the vendor
 * @param note a remark about the reopening; empty for none
 * @param extras the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty when
 *     there are none. JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no
 *     such field; see {@link Capabilities#extras(Operation)}
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
     * Brings the extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public Reopen {
        ownerIds = List.copyOf(ownerIds);
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; what is mandatory is up to the vendor} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Reopen}; not thread-safe. */
    public static final class Builder extends ReopenBuilder {
        Builder() {}
    }
}
