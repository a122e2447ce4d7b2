package dev.dealsdk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a provider can do under a given configuration; constant for the life of a client.
 *
 * <p>What is claimed here works, and what is not is refused with {@link UnsupportedByProviderException} before anything is
 * sent.
 */
@Value.Immutable
@SdkStyle
public interface Capabilities {

    /** The id of the provider, such as {@code play2sell}. */
    String provider();

    /** What is said of each operation; one that is missing is not offered. */
    Map<Operation, OperationCapability> operations();

    /** The conditions a listing can have. */
    Set<DealFilter> filters();

    /** The orders a listing can have. */
    Set<DealSort> sorts();

    /** The largest page a listing can ask for, where the vendor documents one. */
    Optional<Integer> maxPageSize();

    /** Why a field cannot be written, and what to do instead, for fields of which there is more to say than that. */
    Map<DealField, String> fieldNotes();

    /** Where the claims on filters, orders and fields come from: pages of the vendor and what is inferred from them. */
    String source();

    /** Whether {@code deals.allow-unverified} is set, so that {@link Support#UNVERIFIED} operations work. */
    @Value.Default
    default boolean allowUnverified() {
        return false;
    }

    /** How well founded the claim to an operation is. */
    default Support support(Operation operation) {
        OperationCapability capability = operations().get(operation);
        return capability == null ? Support.NONE : capability.support();
    }

    /** Whether a call of the operation is let through under this configuration. */
    default boolean supports(Operation operation) {
        return switch (support(operation)) {
            case DOCUMENTED, DERIVED -> true;
            case UNVERIFIED -> allowUnverified();
            case NONE -> false;
        };
    }

    /** One sentence with its source: which endpoint does it, or why nothing does and what to do instead. */
    default String explain(Operation operation) {
        OperationCapability capability = operations().get(operation);
        if (capability == null) {
            return provider() + " offers no " + operation.key();
        }
        return capability.explanation()
                + capability.instead().map(instead -> "; instead: " + instead).orElse("");
    }

    /** The fields a caller may set in an operation; empty for one that is not offered. */
    default Set<DealField> writableFields(Operation operation) {
        OperationCapability capability = operations().get(operation);
        return capability == null ? Set.of() : capability.writableFields();
    }

    /** The fields without which an operation is refused before anything is sent. */
    default Set<DealField> requiredFields(Operation operation) {
        OperationCapability capability = operations().get(operation);
        return capability == null ? Set.of() : capability.requiredFields();
    }

    /** The fields that {@link DealUpdate#cleared()} may name. */
    default Set<DealField> clearableFields() {
        OperationCapability capability = operations().get(Operation.UPDATE);
        return capability == null ? Set.of() : capability.clearableFields();
    }

    /** The names that {@code extras} of an operation's request may hold, in the vendor's words. */
    default Set<String> extras(Operation operation) {
        OperationCapability capability = operations().get(operation);
        return capability == null ? Set.of() : capability.extras();
    }

    /** Whether an operation takes {@link CallOptions#idempotencyKey()}. */
    default boolean takesIdempotencyKey(Operation operation) {
        OperationCapability capability = operations().get(operation);
        return capability != null && capability.idempotencyKey();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of {@link Capabilities}; not thread-safe. */
    final class Builder extends ImmutableCapabilities.Builder {
        Builder() {}
    }
}
