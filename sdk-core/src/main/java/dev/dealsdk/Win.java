package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Closes a deal as won. */
@Value.Immutable
@SdkStyle
public interface Win {

    /** What the deal was sold for in the end. Whether it replaces the deal's value is up to the vendor. */
    Optional<DealValue> finalValue();

    Optional<String> wonReason();

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

    /** Copies the JSON values into the form in which they are read back. */
    @Value.Check
    default Win normalized() {
        if (JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }
    /** Collects the parts of a {@link Win}; not thread-safe. */
    final class Builder extends ImmutableWin.Builder {
        Builder() {}
    }
}
