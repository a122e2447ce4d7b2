package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * The vendor could not be reached, did not answer in time, or failed (5xx). Reads can be tried again later; for a write
 * {@link #outcome()} says whether it may have been applied.
 */
public final class VendorUnavailableException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * For providers.
     *
     * @param message what is wrong, as one sentence; what is known of the call is put around it
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     * @param cause what caused it; null when nothing was thrown
     */
    public VendorUnavailableException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
