package dev.dealsdk;

import org.jspecify.annotations.Nullable;

/**
 * The answer is not what the vendor documents: an HTML page, cut or broken JSON, too large, a redirect. The message holds
 * its status and a short, cleaned excerpt.
 */
public final class MalformedResponseException extends DealsException {
    private static final long serialVersionUID = 1L;

    /** For providers: the sentence that says what is wrong, the call it happened in, and what caused it. */
    public MalformedResponseException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
    }
}
