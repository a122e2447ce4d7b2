package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the configuration handles a field that the vendor lacks. Immutable.
 *
 * @param kind how the field is handled
 * @param key the configuration key responsible for it, such as {@code deals.keep.value}
 * @param place where the field is kept, as an accessor of the deal, such as {@code customFields.amount}; empty unless
 *     the field is kept
 */
@Value.Builder
@SdkStyle
public record FieldBridge(Kind kind, String key, Optional<String> place) implements JsonByModule {

    /** A way to handle a field that the vendor lacks. */
    public enum Kind {
        /** The field is written to another place and read back from there. */
        KEPT,
        /**
         * The field has the same value for all deals of the account. The SDK sets it on reading and refuses any other
         * value on writing.
         */
        FIXED,
        /** The field is not sent. */
        DROPPED
    }

    /** {@return one sentence that describes the handling and names the key} */
    public String explanation() {
        return switch (kind) {
            case KEPT -> "kept in " + place.orElse("another place") + ", as " + key + " says";
            case FIXED -> "the same for all deals, as " + key + " says; another one is refused";
            case DROPPED -> "left out, as " + key + " says";
        };
    }

    /** {@return a builder in which nothing is set; kind and key are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FieldBridge}; not thread-safe. */
    public static final class Builder extends FieldBridgeBuilder {
        Builder() {}
    }
}
