package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * The answer is not what the vendor documents: an HTML page, cut or broken JSON, too large, a redirect. The message holds
 * its status and a short, cleaned excerpt.
 */
public final class MalformedResponseException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * For providers.
     *
     * @param message what is wrong, as one sentence; what is known of the call is put around it
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     * @param cause what caused it; null when nothing was thrown
     */
    public MalformedResponseException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
