package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** The account has no such deal (HTTP 404, or a search by its id that found nothing). */
public final class DealNotFoundException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** For providers: the sentence that says what is wrong, the call it happened in, and what caused it. */
    public DealNotFoundException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
