package dev.dealsdk.stora;

import dev.dealsdk.FieldError;
import dev.dealsdk.spi.ErrorBody;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the documented envelope {@code {error: {code, type, message, request_id, details}}} [guide: errors]. */
final class StoraErrors {
    /** The type of failures of Stora itself, which come with status 500, and with 400 as well. */
    private static final String SERVER_FAILURE = "api_error";

    /** The code of the 404 that is not about a deal. */
    private static final String ENDPOINT_MISSING = "invalid_endpoint";

    private StoraErrors() {}

    static VendorError decode(ErrorResponse response) {
        ErrorBody body = ErrorBody.of(response);
        ErrorBody error = body.get("error");
        Optional<String> code = error.text("code");
        VendorError.Builder decoded = VendorError.builder()
                .documented(error.hasText("code", "message"))
                .code(code)
                .requestId(error.text("request_id"));
        if (response.status() == 400
                && Stream.of(error.text("type"), code)
                        .anyMatch(text -> text.filter(SERVER_FAILURE::equals).isPresent())) {
            decoded.kind(VendorError.Kind.SERVER_FAILURE);
        }
        if (code.filter(ENDPOINT_MISSING::equals).isPresent()) {
            decoded.kind(VendorError.Kind.NO_SUCH_ENDPOINT);
        }
        List<String> sentences = new ArrayList<>();
        error.text("message").ifPresent(sentences::add);
        for (ErrorBody detail : error.get("details").elements()) {
            Optional<String> pointer = detail.text("pointer");
            Optional<String> message = detail.text("message");
            if (pointer.isPresent()) {
                decoded.addFieldErrors(new FieldError(pointer.get(), message.orElse("is refused")));
            } else {
                // What points to no field is told with the message.
                message.ifPresent(sentences::add);
            }
        }
        if (!sentences.isEmpty()) {
            decoded.message(String.join("; ", sentences));
        }
        return body.complete(decoded);
    }
}
