package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** The call a {@link DealsException} tells of: where it went and what came back. Never holds a token or a whole body. */
@Value.Immutable
@SdkStyle
public interface VendorCall {

    /** {@return the id of the provider; empty when the configuration names none} */
    Optional<String> provider();

    /** {@return what was being done; empty outside of a neutral call} */
    Optional<Operation> operation();

    /** {@return the deal the call was about; empty for calls about none} */
    Optional<String> dealId();

    /** {@return the HTTP status of the last answer; empty when none arrived} */
    Optional<Integer> httpStatus();

    /** {@return the vendor's own error code; empty when its answer holds none} */
    Optional<String> vendorCode();

    /** {@return the id under which the vendor's support finds the request; empty when the answer holds none} */
    Optional<String> requestId();

    /** {@return how many times the request was tried; 0, when nothing was sent, by default} */
    @Value.Default
    default int attempts() {
        return 0;
    }

    /** {@return what is known of the call's effect; {@link Outcome#NOT_SENT} by default} */
    @Value.Default
    default Outcome outcome() {
        return Outcome.NOT_SENT;
    }

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorCall}; not thread-safe. */
    final class Builder extends ImmutableVendorCall.Builder {
        Builder() {}
    }
}
