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

    /** {@return the stage in which it goes on; empty leaves that to the vendor} */
    Optional<StageRef> stage();

    /** {@return the vendor's ids of the users who take it over; empty leaves that to the vendor} */
    List<String> ownerIds();

    /** {@return a remark about the reopening; empty for none} */
    Optional<String> note();

    /**
     * {@return the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty
     * when there are none} JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor
     * documents no such field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** {@return a builder with nothing set; what is mandatory is up to the vendor} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this value with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
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
