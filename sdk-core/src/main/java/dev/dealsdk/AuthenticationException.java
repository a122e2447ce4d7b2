package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if the vendor does not accept the credentials (HTTP 401), or if no token could be obtained. A retry needs
 * another token.
 */
public final class AuthenticationException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public AuthenticationException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
