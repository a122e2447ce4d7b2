package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** The credentials are accepted, but not for this call (HTTP 403). */
public final class PermissionException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** For providers: the sentence that says what is wrong, the call it happened in, and what caused it. */
    public PermissionException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
