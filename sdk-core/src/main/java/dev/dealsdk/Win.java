package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Closes a deal as won. Immutable.
 *
 * @param finalValue the amount for which the deal was sold; empty for none. The vendor determines whether it replaces
 *     the value of the deal
 * @param wonReason why the deal was won; one of the vendor's reasons if the vendor has a list of them; empty for none
 * @param note a note about the closing; empty for none
 * @param extras further fields of this operation that only this vendor has, under the vendor's names; empty for none.
 *     Values as in {@link Deal#customFields()}. A field that the vendor does not document is refused before anything is
 *     sent; see {@link Capabilities#extras(Operation)}
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
     * Normalizes the extras to the JDK types in which they are returned. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
     */
    public Win {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Win}; not thread-safe. */
    public static final class Builder extends WinBuilder {
        Builder() {}
    }
}
