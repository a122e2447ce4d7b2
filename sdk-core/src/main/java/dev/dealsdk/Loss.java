package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Closes a deal as lost. */
@Value.Immutable
@SdkStyle
public interface Loss {

    /**
     * {@return why it was lost, in the vendor's words where it has a list; mandatory at most vendors, and refused there
     * when blank}
     */
    Optional<String> reason();

    /** {@return a remark about the closing; empty for none} */
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
     * {@return a loss with its reason alone}
     *
     * @param reason in the vendor's words where it has a list
     */
    static Loss of(String reason) {
        return builder().reason(reason).build();
    }

    /**
     * {@return this value with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
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
