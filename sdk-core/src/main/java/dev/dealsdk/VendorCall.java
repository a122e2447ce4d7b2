package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * The details of a failed call, which a {@link DealsException} carries. Never contains a token or a complete body.
 * Immutable.
 *
 * @param provider the id of the provider; empty if the configuration names none
 * @param operation the operation that failed; empty outside a neutral call
 * @param dealId the id of the deal that the call was about; empty for calls without one
 * @param httpStatus the HTTP status of the last response; empty if no response arrived
 * @param vendorCode the vendor's error code; empty if the response contains none
 * @param requestId the request id, by which the vendor's support team can find the request; empty if the response
 *     contains none
 * @param attempts the number of attempts; 0 by default, which means that nothing was sent
 * @param outcome what is known about the effect of the call; {@link Outcome#NOT_SENT} by default
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

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VendorCall}; not thread-safe. */
    public static final class Builder extends VendorCallBuilder {
        Builder() {
            attempts(0);
            outcome(Outcome.NOT_SENT);
        }
    }
}
