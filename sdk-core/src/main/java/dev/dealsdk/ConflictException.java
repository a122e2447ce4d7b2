package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** Thrown if the current state of the deal does not allow the call (HTTP 409). */
public final class ConflictException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public ConflictException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
