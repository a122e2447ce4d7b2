package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Closes a deal as won. */
@Value.Immutable
@SdkStyle
public interface Win {

    /**
     * {@return what the deal was sold for in the end; empty to say nothing of it} Whether it replaces the deal's value
     * is up to the vendor.
     */
    Optional<DealValue> finalValue();

    /** {@return why it was won, in the vendor's words where it has a list; empty for none} */
    Optional<String> wonReason();

    /** {@return a remark about the closing; empty for none} */
    Optional<String> note();

    /**
     * {@return the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty
     * when there are none} JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor
     * documents no such field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this value with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
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
