package dev.dealsdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not do what it should. Each subtype stands for something a caller would do differently; {@link
 * #outcome()} says what is known of the call's effect.
 *
 * <p>The message names provider, operation, status, vendor code and request id; tokens and whole bodies never appear in
 * it. Earlier attempts of the same call are suppressed exceptions.
 */
public abstract class DealsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String provider;
    private final @Nullable Operation operation;
    private final @Nullable String dealId;
    private final @Nullable Integer httpStatus;
    private final @Nullable String vendorCode;
    private final @Nullable String requestId;
    private final int attempts;
    private final Outcome outcome;

    DealsException(String message, VendorCall call, @Nullable Throwable cause) {
        super(ExceptionMessage.of(message, call), cause);
        this.provider = call.provider().orElse(null);
        this.operation = call.operation().orElse(null);
        this.dealId = call.dealId().orElse(null);
        this.httpStatus = call.httpStatus().orElse(null);
        this.vendorCode = call.vendorCode().orElse(null);
        this.requestId = call.requestId().orElse(null);
        this.attempts = call.attempts();
        this.outcome = call.outcome();
    }

    /** The same failure with more to say about it. */
    DealsException(DealsException failure, String more) {
        super(failure.getMessage() + more, failure.getCause());
        this.provider = failure.provider;
        this.operation = failure.operation;
        this.dealId = failure.dealId;
        this.httpStatus = failure.httpStatus;
        this.vendorCode = failure.vendorCode;
        this.requestId = failure.requestId;
        this.attempts = failure.attempts;
        this.outcome = failure.outcome;
        setStackTrace(failure.getStackTrace());
        for (Throwable earlier : failure.getSuppressed()) {
            addSuppressed(earlier);
        }
    }

    /** {@return the id of the provider, such as {@code play2sell}; empty when the configuration names none} */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * {@return what was being done; empty outside of a neutral call, such as while connecting or in the vendor's own
     * API}
     */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** {@return the deal the call was about; empty for calls about none, such as a create} */
    public Optional<String> dealId() {
        return Optional.ofNullable(dealId);
    }

    /** {@return the HTTP status of the last answer; empty when none arrived} */
    public Optional<Integer> httpStatus() {
        return Optional.ofNullable(httpStatus);
    }

    /** {@return the vendor's own error code, such as {@code VALIDATION_ERROR}; empty when its answer holds none} */
    public Optional<String> vendorCode() {
        return Optional.ofNullable(vendorCode);
    }

    /** {@return the id under which the vendor's support finds the request; empty when the answer holds none} */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** {@return how many times the request was tried; 0 when nothing was sent} */
    public int attempts() {
        return attempts;
    }

    /** {@return what is known of the call's effect at the vendor} */
    public Outcome outcome() {
        return outcome;
    }
}
