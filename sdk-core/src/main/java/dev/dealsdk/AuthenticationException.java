package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** The vendor does not accept the credentials (HTTP 401), or none could be had. Another attempt needs another token. */
public final class AuthenticationException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** For providers: the sentence that says what is wrong, the call it happened in, and what caused it. */
    public AuthenticationException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
