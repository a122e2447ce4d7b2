package dev.dealsdk.stardex;

import dev.dealsdk.spi.ErrorBody;
import dev.dealsdk.spi.ErrorDecoder;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.VendorError;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the documented envelope {@code {success: false, error: {code, message}}} [docs: introduction-v1]; the body {@code
 * {message, error, statusCode}} that others have met with 404 and 500, in which {@code error} is a text; that of v0, {@code
 * {error, data}}; and bodies that are none of them.
 */
final class StardexErrors implements ErrorDecoder {
    private final Clock clock;

    /** @param clock tells how long it is until the moment that a 429 names */
    StardexErrors(Clock clock) {
        this.clock = clock;
    }

    @Override
    public VendorError decode(ErrorResponse response) {
        VendorError.Builder decoded = VendorError.builder();
        ErrorBody body = ErrorBody.of(response);
        ErrorBody error = body.get("error");
        Optional<String> message = body.text("message");
        if (error.isObject()) {
            decoded.documented(error.hasText("code", "message"))
                    .code(error.text("code"))
                    .message(error.text("message").or(() -> message));
        } else {
            decoded.code(body.text("code").or(() -> message.isPresent() ? error.text() : Optional.empty()))
                    .message(message.or(error::text));
        }
        // Where a 429 has its three fields, beside the code or above it, is not visible on the page.
        return body.complete(decoded.retryAfter(wait(error).or(() -> wait(body))));
    }

    private Optional<Duration> wait(ErrorBody fields) {
        return fields.seconds("retry_after_seconds").or(() -> fields.untilEpochSecond("reset_at", clock.instant()));
    }
}
