package dev.dealsdk;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Describes what a provider can do for one {@link Operation}. Immutable.
 *
 * @param support how the operation is supported
 * @param explanation one sentence with its source: the endpoint that performs the operation, or why there is none
 * @param instead what a caller can do if the operation is not offered; empty if there is nothing to suggest
 * @param writableFields the fields that a caller can set; empty for operations without fields
 * @param requiredFields the writable fields without which the vendor refuses the call; empty if there are none
 * @param clearableFields the fields that {@link DealUpdate#cleared()} may contain; empty for operations other than
 *     {@link Operation#UPDATE}
 * @param extras the names that {@code extras} of the request may contain, as the vendor spells them; empty if there are
 *     none
 * @param textExtras the subset of {@code extras} that accepts any text and that {@link Deal#extras()} returns under the
 *     same name, so that a text stored there can be read back; empty if there are none
 * @param idempotencyKey true if the vendor accepts an idempotency key; false by default
 */
@Value.Builder
@SdkStyle
public record OperationCapability(
        Support support,
        String explanation,
        Optional<String> instead,
        Set<DealField> writableFields,
        Set<DealField> requiredFields,
        Set<DealField> clearableFields,
        Set<String> extras,
        Set<String> textExtras,
        boolean idempotencyKey)
        implements JsonByModule {

    /**
     * Copies the sets. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if {@code textExtras} contains a name that is not in {@code extras}
     */
    public OperationCapability {
        writableFields = Frozen.enums(writableFields);
        requiredFields = Frozen.enums(requiredFields);
        clearableFields = Frozen.enums(clearableFields);
        extras = Frozen.set(extras);
        textExtras = Frozen.set(textExtras);
        if (!extras.containsAll(textExtras)) {
            throw new IllegalArgumentException("textExtras " + textExtras + " are not all among extras " + extras);
        }
    }

    /** {@return a builder in which nothing is set; support and explanation are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link OperationCapability}; not thread-safe. */
    public static final class Builder extends OperationCapabilityBuilder {
        Builder() {
            idempotencyKey(false);
        }
    }
}
