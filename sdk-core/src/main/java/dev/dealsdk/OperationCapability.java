package dev.dealsdk;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a provider says of one {@link Operation}. Immutable.
 *
 * @param support how well founded the claim is
 * @param explanation one sentence with its source: which endpoint does it, or why nothing does
 * @param instead what a caller can do when the operation is not offered; empty when there is nothing to suggest
 * @param writableFields the fields a caller may set; empty for operations that take none
 * @param requiredFields the writable fields without which the vendor refuses the call; empty when there are none
 * @param clearableFields the fields that {@link DealUpdate#cleared()} may name; empty for other operations than {@link
 *     Operation#UPDATE}
 * @param extras the names that {@code extras} of the request may hold, in the vendor's words; empty when there are none
 * @param textExtras those of {@code extras} that take any text and that a deal shows again under the same name in {@link
 *     Deal#extras()}, so that a text kept there can be read back; empty when there are none
 * @param idempotencyKey whether the vendor takes an idempotency key; false by default
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
     * Copies the sets. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if {@code textExtras} has a name that is not among {@code extras}
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

    /** {@return a builder with nothing set; support and explanation are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link OperationCapability}; not thread-safe. */
    public static final class Builder extends OperationCapabilityBuilder {
        Builder() {
            idempotencyKey(false);
        }
    }
}
