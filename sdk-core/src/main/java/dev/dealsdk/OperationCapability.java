package dev.dealsdk;

import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What a provider says of one {@link Operation}. */
@Value.Immutable
@SdkStyle
public interface OperationCapability {

    Support support();

    /** One sentence with its source: which endpoint does it, or why nothing does. */
    String explanation();

    /** What a caller can do when the operation is not offered. */
    Optional<String> instead();

    /** The fields a caller may set. */
    Set<DealField> writableFields();

    /** The writable fields without which the vendor refuses the call. */
    Set<DealField> requiredFields();

    /** The fields that {@link DealUpdate#cleared()} may name. */
    Set<DealField> clearableFields();

    /** The names that {@code extras} of the request may hold, in the vendor's words. */
    Set<String> extras();

    /** Whether the vendor takes an idempotency key. */
    @Value.Default
    default boolean idempotencyKey() {
        return false;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link OperationCapability}; not thread-safe. */
    final class Builder extends ImmutableOperationCapability.Builder {
        Builder() {}
    }
}
