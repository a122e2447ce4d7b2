package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/** The account has no such deal (HTTP 404, or a search by its id that found nothing). */
public final class DealNotFoundException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * For providers.
     *
     * @param message what is wrong, as one sentence; what is known of the call is put around it
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     * @param cause what caused it; null when nothing was thrown
     */
    public DealNotFoundException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }

    private DealNotFoundException(DealNotFoundException absent, String more) {
        super(absent, more);
    }

    /**
     * {@return the same failure, of a client with a cross-walk} For the SDK.
     *
     * @param more what the cross-walk says of the deal, appended to the message
     */
    public DealNotFoundException withCrosswalk(String more) {
        return new DealNotFoundException(this, more);
    }
}
