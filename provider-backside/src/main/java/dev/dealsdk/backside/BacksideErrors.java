package dev.dealsdk.backside;

import dev.dealsdk.spi.ErrorBody;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;

/** Reads the envelope {@code {error: {code, message}}} [docs: errors], and bodies that are none. */
final class BacksideErrors {
    /** Here it says that no credentials were sent, not that something is to be paid [docs: authentication]. */
    private static final int PAYMENT_REQUIRED = 402;

    private BacksideErrors() {}

    static VendorError decode(ErrorResponse response) {
        ErrorBody body = ErrorBody.of(response);
        ErrorBody error = body.get("error");
        VendorError.Builder decoded = VendorError.builder()
                .documented(error.hasText("code", "message"))
                .code(error.text("code"))
                .message(error.text("message"));
        if (response.status() == PAYMENT_REQUIRED) {
            decoded.kind(VendorError.Kind.AUTHENTICATION);
        }
        return body.complete(decoded);
    }
}
