package dev.dealsdk;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What a provider says of one {@link Operation}. */
@Value.Immutable
@SdkStyle
public interface OperationCapability {

    /** {@return how well founded the claim is} */
    Support support();

    /** {@return one sentence with its source: which endpoint does it, or why nothing does} */
    String explanation();

    /** {@return what a caller can do when the operation is not offered; empty when there is nothing to suggest} */
    Optional<String> instead();

    /** {@return the fields a caller may set; empty for operations that take none} */
    Set<DealField> writableFields();

    /** {@return the writable fields without which the vendor refuses the call; empty when there are none} */
    Set<DealField> requiredFields();

    /**
     * {@return the fields that {@link DealUpdate#cleared()} may name; empty for other operations than {@link
     * Operation#UPDATE}}
     */
    Set<DealField> clearableFields();

    /**
     * {@return the names that {@code extras} of the request may hold, in the vendor's words; empty when there are none}
     */
    Set<String> extras();

    /** {@return whether the vendor takes an idempotency key; false by default} */
    @Value.Default
    default boolean idempotencyKey() {
        return false;
    }

    /** {@return a builder with nothing set; support and explanation are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link OperationCapability}; not thread-safe. */
    final class Builder extends ImmutableOperationCapability.Builder {
        Builder() {}
    }
}
