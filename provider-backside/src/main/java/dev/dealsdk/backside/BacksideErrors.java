package dev.dealsdk.backside;

import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the envelope {@code {error: {code, message}}} [docs: errors], and bodies that are none. */
final class BacksideErrors {
    /** Here it says that no credentials were sent, not that something is to be paid [docs: authentication]. */
    private static final int PAYMENT_REQUIRED = 402;

    private BacksideErrors() {}

    static VendorError decode(ErrorResponse response) {
        VendorError.Builder decoded = VendorError.builder();
        if (response.json().orElse(null) instanceof Map<?, ?> body && body.get("error") instanceof Map<?, ?> error) {
            decoded.code(text(error.get("code"))).message(text(error.get("message")));
        }
        if (response.status() == PAYMENT_REQUIRED) {
            decoded.kind(VendorError.Kind.AUTHENTICATION);
        }
        return decoded.build();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
