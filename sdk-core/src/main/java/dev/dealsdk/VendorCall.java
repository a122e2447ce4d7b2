package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** The call a {@link DealsException} tells of: where it went and what came back. Never holds a token or a whole body. */
@Value.Immutable
@SdkStyle
public interface VendorCall {

    Optional<String> provider();

    Optional<Operation> operation();

    Optional<String> dealId();

    /** The HTTP status of the last answer; empty when none arrived. */
    Optional<Integer> httpStatus();

    /** The vendor's own error code. */
    Optional<String> vendorCode();

    /** What the vendor's support asks for. */
    Optional<String> requestId();

    /** How many times the request was tried. */
    @Value.Default
    default int attempts() {
        return 0;
    }

    @Value.Default
    default Outcome outcome() {
        return Outcome.NOT_SENT;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorCall}; not thread-safe. */
    final class Builder extends ImmutableVendorCall.Builder {
        Builder() {}
    }
}
