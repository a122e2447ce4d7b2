package dev.dealsdk.play2sell;

import dev.dealsdk.FieldError;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documented envelope {@code {error: {code, message, details}, meta: {request_id}}} [docs: overview], the flat one
 * of January 2026 in which {@code error} is a text, and bodies that are neither.
 */
final class Play2SellErrors {
    private static final BigDecimal LONGEST_WAIT_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private Play2SellErrors() {}

    static VendorError decode(ErrorResponse response) {
        VendorError.Builder decoded = VendorError.builder();
        Map<?, ?> body = object(response.json().orElse(null));
        text(object(body.get("meta")).get("request_id")).ifPresent(decoded::requestId);
        if (body.get("error") instanceof Map<?, ?> error) {
            text(error.get("code")).ifPresent(decoded::code);
            text(error.get("message")).ifPresent(decoded::message);
            wait(error.get("retry_after")).ifPresent(decoded::retryAfter);
            details(error.get("details"), decoded);
        } else {
            decodeFlat(body, decoded);
        }
        return decoded.build();
    }

    private static void decodeFlat(Map<?, ?> body, VendorError.Builder decoded) {
        Optional<String> error = text(body.get("error"));
        Optional<String> message = text(body.get("message"));
        if (message.isPresent()) {
            decoded.message(message).code(error.or(() -> text(body.get("code"))));
        } else {
            decoded.message(error).code(text(body.get("code")));
        }
        details(body.get("details"), decoded);
    }

    private static void details(@Nullable Object details, VendorError.Builder decoded) {
        if (details instanceof List<?> list) {
            for (Object detail : list) {
                Map<?, ?> fields = object(detail);
                text(fields.get("field"))
                        .ifPresent(field -> decoded.addFieldErrors(new FieldError(
                                field, text(fields.get("message")).orElse("is refused"))));
            }
        }
    }

    /** Documented for the newer API only, as whole seconds; a fraction is rounded up, lest the wait ends too early. */
    private static Optional<Duration> wait(@Nullable Object seconds) {
        if (!(seconds instanceof BigDecimal number)
                || number.signum() < 0
                || number.compareTo(LONGEST_WAIT_SECONDS) > 0) {
            return Optional.empty();
        }
        long whole = number.longValue();
        boolean fraction = number.compareTo(BigDecimal.valueOf(whole)) > 0;
        return Optional.of(Duration.ofSeconds(fraction ? whole + 1 : whole));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
