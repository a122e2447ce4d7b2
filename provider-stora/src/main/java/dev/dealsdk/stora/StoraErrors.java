package dev.dealsdk.stora;

import dev.dealsdk.FieldError;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the documented envelope {@code {error: {code, type, message, request_id, details}}} [guide: errors]. */
final class StoraErrors {
    /** The type of failures of Stora itself, which come with status 500, and with 400 as well. */
    private static final String SERVER_FAILURE = "api_error";

    /** The code of the 404 that is not about a deal. */
    private static final String ENDPOINT_MISSING = "invalid_endpoint";

    private StoraErrors() {}

    static VendorError decode(ErrorResponse response) {
        VendorError.Builder decoded = VendorError.builder();
        Map<?, ?> error = object(object(response.json().orElse(null)).get("error"));
        decoded.code(text(error.get("code"))).requestId(text(error.get("request_id")));
        if (response.status() == 400
                && (SERVER_FAILURE.equals(error.get("type")) || SERVER_FAILURE.equals(error.get("code")))) {
            decoded.kind(VendorError.Kind.SERVER_FAILURE);
        }
        if (ENDPOINT_MISSING.equals(error.get("code"))) {
            decoded.kind(VendorError.Kind.NO_SUCH_ENDPOINT);
        }
        List<String> sentences = new ArrayList<>();
        text(error.get("message")).ifPresent(sentences::add);
        for (Object detail : error.get("details") instanceof List<?> list ? list : List.of()) {
            detail(object(detail), decoded, sentences);
        }
        if (!sentences.isEmpty()) {
            decoded.message(String.join("; ", sentences));
        }
        return decoded.build();
    }

    /** What points to no field is told with the message. */
    private static void detail(Map<?, ?> detail, VendorError.Builder decoded, List<String> sentences) {
        Optional<String> pointer = text(detail.get("pointer"));
        Optional<String> message = text(detail.get("message"));
        if (pointer.isPresent()) {
            decoded.addFieldErrors(new FieldError(pointer.get(), message.orElse("is refused")));
        } else {
            message.ifPresent(sentences::add);
        }
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
