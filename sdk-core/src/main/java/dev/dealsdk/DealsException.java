package dev.dealsdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of all failures of a call. Each subtype stands for a failure that callers handle differently. {@link
 * #outcome()} states what is known about the effect of the call at the vendor.
 *
 * <p>The message contains the provider, the operation, the HTTP status, the vendor's error code and the request id. It
 * never contains tokens or complete bodies. Failures of earlier attempts of the same call are {@linkplain
 * #getSuppressed() suppressed exceptions}.
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

    /** Copies a failure and appends to its message. */
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

    /** {@return the id of the provider, such as {@code play2sell}; empty if the configuration names none} */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /**
     * {@return the operation that failed; empty outside a neutral call, such as while connecting or in the vendor's own
     * API}
     */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** {@return the id of the deal that the call was about; empty for calls without one, such as a create} */
    public Optional<String> dealId() {
        return Optional.ofNullable(dealId);
    }

    /** {@return the HTTP status of the last response; empty if no response arrived} */
    public Optional<Integer> httpStatus() {
        return Optional.ofNullable(httpStatus);
    }

    /** {@return the vendor's error code, such as {@code VALIDATION_ERROR}; empty if the response contains none} */
    public Optional<String> vendorCode() {
        return Optional.ofNullable(vendorCode);
    }

    /**
     * {@return the request id, by which the vendor's support team can find the request; empty if the response contains
     * none}
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** {@return the number of attempts that were made; 0 if nothing was sent} */
    public int attempts() {
        return attempts;
    }

    /** {@return what is known about the effect of the call at the vendor} */
    public Outcome outcome() {
        return outcome;
    }
}
