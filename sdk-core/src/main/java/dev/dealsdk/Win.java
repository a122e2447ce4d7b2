package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Closes a deal as won. Immutable.
 *
 * @param finalValue what the deal was sold for in the end; empty to say nothing of it. Whether it replaces the deal's value is up
 *     to the vendor
 * @param wonReason why it was won, in the vendor's words where it has a list; empty for none
 * @param note a remark about the closing; empty for none
 * @param extras the vendor's own fields of this operation under the vendor's names, for what has no neutral name; empty when
 *     there are none. JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no
 *     such field; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Win(
        Optional<DealValue> finalValue,
        Optional<String> wonReason,
        Optional<String> note,
        @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Brings the extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public Win {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Win}; not thread-safe. */
    public static final class Builder extends WinBuilder {
        Builder() {}
    }
}
