package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** Thrown if the account has no such deal (HTTP 404, or a search by id without a result). */
public final class DealNotFoundException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public DealNotFoundException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }

    private DealNotFoundException(DealNotFoundException absent, String more) {
        super(absent, more);
    }

    /**
     * {@return a copy of this exception, for a client with a cross-walk} Intended for the SDK.
     *
     * @param more what the cross-walk contains about the deal; appended to the message
     */
    public DealNotFoundException withCrosswalk(String more) {
        return new DealNotFoundException(this, more);
    }
}
