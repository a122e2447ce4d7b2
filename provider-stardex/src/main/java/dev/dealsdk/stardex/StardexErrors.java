package dev.dealsdk.stardex;

import dev.dealsdk.spi.ErrorDecoder;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documented envelope {@code {success: false, error: {code, message}}} [docs: introduction-v1]; the body {@code
 * {message, error, statusCode}} that others have met with 404 and 500, in which {@code error} is a text; that of v0, {@code
 * {error, data}}; and bodies that are none of them.
 */
final class StardexErrors implements ErrorDecoder {
    private static final BigDecimal LONGEST_WAIT_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private final Clock clock;

    /** @param clock tells how long it is until the moment that a 429 names */
    StardexErrors(Clock clock) {
        this.clock = clock;
    }

    @Override
    public VendorError decode(ErrorResponse response) {
        VendorError.Builder decoded = VendorError.builder();
        Map<?, ?> body = object(response.json().orElse(null));
        // Where a 429 has its three fields, beside the code or above it, is not visible on the page.
        if (body.get("error") instanceof Map<?, ?> error) {
            decoded.code(text(error.get("code")))
                    .message(text(error.get("message")).or(() -> text(body.get("message"))))
                    .retryAfter(wait(error).or(() -> wait(body)));
        } else {
            Optional<String> error = text(body.get("error"));
            Optional<String> message = text(body.get("message"));
            decoded.code(text(body.get("code")).or(() -> message.isPresent() ? error : Optional.empty()))
                    .message(message.or(() -> error))
                    .retryAfter(wait(body));
        }
        return decoded.build();
    }

    private Optional<Duration> wait(Map<?, ?> fields) {
        BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        return seconds(fields.get("retry_after_seconds"), BigDecimal.ZERO)
                .or(() -> seconds(fields.get("reset_at"), now));
    }

    private static Optional<Duration> seconds(@Nullable Object value, BigDecimal from) {
        if (!(value instanceof BigDecimal number) || number.precision() - number.scale() > 12) {
            return Optional.empty();
        }
        BigDecimal seconds = number.subtract(from);
        return seconds.signum() >= 0 && seconds.compareTo(LONGEST_WAIT_SECONDS) <= 0
                ? Optional.of(Duration.ofSeconds(seconds.longValue()))
                : Optional.empty();
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
