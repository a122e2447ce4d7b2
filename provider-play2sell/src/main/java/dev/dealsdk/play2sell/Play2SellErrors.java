package dev.dealsdk.play2sell;

import dev.dealsdk.FieldError;
import dev.dealsdk.spi.ErrorBody;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.util.Optional;

/**
 * Reads the documented envelope {@code {error: {code, message, details}, meta: {request_id}}} [docs: overview], the flat one
 * of January 2026 in which {@code error} is a text, and bodies that are neither.
 */
final class Play2SellErrors {
    private Play2SellErrors() {}

    static VendorError decode(ErrorResponse response) {
        ErrorBody body = ErrorBody.of(response);
        ErrorBody error = body.get("error");
        VendorError.Builder decoded =
                VendorError.builder().requestId(body.get("meta").text("request_id"));
        if (error.isObject()) {
            decoded.documented(error.hasText("code", "message"))
                    .code(error.text("code"))
                    .message(error.text("message"))
                    // Documented for the newer API only.
                    .retryAfter(error.seconds("retry_after"));
            addDetails(error, decoded);
        } else {
            Optional<String> message = body.text("message");
            Optional<String> code = body.text("code");
            decoded.documented(body.hasText("error"))
                    .message(message.or(error::text))
                    .code(message.isPresent() ? error.text().or(() -> code) : code);
            addDetails(body, decoded);
        }
        return body.complete(decoded);
    }

    private static void addDetails(ErrorBody error, VendorError.Builder decoded) {
        for (ErrorBody detail : error.get("details").elements()) {
            detail.text("field")
                    .ifPresent(field -> decoded.addFieldErrors(
                            new FieldError(field, detail.text("message").orElse("is refused"))));
        }
    }
}
