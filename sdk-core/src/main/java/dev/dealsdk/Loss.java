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
 * @param reason why the deal was lost; one of the vendor's reasons if the vendor has a list of them. Mandatory for most
 *     vendors, which also reject a blank one
 * @param note a note about the closing; empty for none
 * @param extras further fields of this operation that only this vendor has, under the vendor's names; empty for none.
 *     Values as in {@link Deal#customFields()}. A field that the vendor does not document is refused before anything is
 *     sent; see {@link Capabilities#extras(Operation)}
 */
@Value.Builder
@SdkStyle
public record Loss(
        Optional<String> reason,
        Optional<String> note,
        @AllowNulls Map<String, @Nullable Object> extras) implements JsonByModule {

    /**
     * Normalizes the extras to the JDK types in which they are returned. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
     */
    public Loss {
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder in which nothing is set; the vendor determines which parts are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a loss with a reason and nothing else}
     *
     * @param reason why the deal was lost; one of the vendor's reasons if the vendor has a list of them
     */
    public static Loss of(String reason) {
        return builder().reason(Objects.requireNonNull(reason, "reason")).build();
    }

    /** Builds a {@link Loss}; not thread-safe. */
    public static final class Builder extends LossBuilder {
        Builder() {}
    }
}
