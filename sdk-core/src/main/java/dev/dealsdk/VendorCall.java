package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * The call a {@link DealsException} tells of: where it went and what came back. Never holds a token or a whole body.
 * Immutable.
 *
 * @param provider the id of the provider; empty when the configuration names none
 * @param operation what was being done; empty outside of a neutral call
 * @param dealId the deal the call was about; empty for calls about none
 * @param httpStatus the HTTP status of the last answer; empty when none arrived
 * @param vendorCode the vendor's own error code; empty when its answer holds none
 * @param requestId the id under which the vendor's support finds the request; empty when the answer holds none
 * @param attempts how many times the request was tried; 0, when nothing was sent, by default
 * @param outcome what is known of the call's effect; {@link Outcome#NOT_SENT} by default
 */
@Value.Builder
@SdkStyle
public record VendorCall(
        Optional<String> provider,
        Optional<Operation> operation,
        Optional<String> dealId,
        Optional<Integer> httpStatus,
        Optional<String> vendorCode,
        Optional<String> requestId,
        int attempts,
        Outcome outcome) {

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link VendorCall}; not thread-safe. */
    public static final class Builder extends VendorCallBuilder {
        Builder() {
            attempts(0);
            outcome(Outcome.NOT_SENT);
        }
    }
}
