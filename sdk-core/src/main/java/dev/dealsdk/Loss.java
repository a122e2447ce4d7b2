package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Closes a deal as lost. */
@Value.Immutable
@SdkStyle
public interface Loss {

    /** Why it was lost, in the vendor's words where it has a list. Mandatory at most vendors; refused when blank. */
    Optional<String> reason();

    /** A remark about the closing. */
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

    /** A loss with its reason. */
    static Loss of(String reason) {
        return builder().reason(reason).build();
    }

    /** Copies the JSON values into the form in which they are read back. */
    @Value.Check
    default Loss normalized() {
        if (JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }
    /** Collects the parts of a {@link Loss}; not thread-safe. */
    final class Builder extends ImmutableLoss.Builder {
        Builder() {}
    }
}
