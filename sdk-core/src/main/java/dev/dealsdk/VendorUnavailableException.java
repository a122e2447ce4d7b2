package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the vendor cannot be reached, does not respond in time, or fails (HTTP 5xx). A read can be retried later.
 * For a write, {@link #outcome()} states whether it may have been applied.
 */
public final class VendorUnavailableException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public VendorUnavailableException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
