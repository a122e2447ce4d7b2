package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the configuration does with a field that the vendor has no place for. Immutable.
 *
 * @param kind what is done
 * @param key the key of the configuration that says so, such as {@code deals.keep.value}
 * @param place where the field is kept, as a caller meets it in a deal, such as {@code customFields.amount}; empty unless it is
 *     kept
 */
@Value.Builder
@SdkStyle
public record FieldBridge(Kind kind, String key, Optional<String> place) implements JsonByModule {

    /** What is done with a field. */
    public enum Kind {
        /** It is written to another place, and read back from there. */
        KEPT,
        /** It is the same for all deals of the account: set on reading, and any other one is refused on writing. */
        FIXED,
        /** It is left out. */
        DROPPED
    }

    /** {@return one sentence that names the key} */
    public String explanation() {
        return switch (kind) {
            case KEPT -> "kept in " + place.orElse("another place") + ", as " + key + " says";
            case FIXED -> "the same for all deals, as " + key + " says; another one is refused";
            case DROPPED -> "left out, as " + key + " says";
        };
    }

    /** {@return a builder with nothing set; kind and key are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link FieldBridge}; not thread-safe. */
    public static final class Builder extends FieldBridgeBuilder {
        Builder() {}
    }
}
