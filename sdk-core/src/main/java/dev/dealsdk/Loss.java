package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Closes a deal as lost. Immutable.
 *
 * @param reason why it was lost, in the vendor's words where it has a list; mandatory at most vendors, and refused there when
 *     blank
 * @param note a remark about the closing; empty for none
 * @param extras the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty when
 *     there are none. JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no
 *     such field; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Loss(
        Optional<String> reason,
        Optional<String> note,
        @AllowNulls Map<String, @Nullable Object> extras) implements JsonByModule {

    /**
     * Brings the extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public Loss {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; what is mandatory is up to the vendor} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a loss with its reason alone}
     *
     * @param reason in the vendor's words where it has a list
     */
    public static Loss of(String reason) {
        return builder().reason(Objects.requireNonNull(reason, "reason")).build();
    }

    /** Collects the parts of a {@link Loss}; not thread-safe. */
    public static final class Builder extends LossBuilder {
        Builder() {}
    }
}
