package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** The deal's present state does not allow the call (HTTP 409). */
public final class ConflictException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** For providers: the sentence that says what is wrong, the call it happened in, and what caused it. */
    public ConflictException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
