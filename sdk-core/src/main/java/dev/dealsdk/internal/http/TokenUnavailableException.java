package dev.dealsdk.internal.http;

import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** No token could be had, so the request was not sent. */
final class TokenUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean rejected;
    private final int status;

    private TokenUnavailableException(String message, boolean rejected, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.rejected = rejected;
        this.status = status;
    }

    /** The token endpoint does not accept the client credentials. */
    static TokenUnavailableException rejected(String message, int status) {
        return new TokenUnavailableException(message, true, status, null);
    }

    /** The token endpoint could not be reached, failed, or answered nonsense; {@code status} is 0 without an answer. */
    static TokenUnavailableException unavailable(String message, int status, @Nullable Throwable cause) {
        return new TokenUnavailableException(message, false, status, cause);
    }

    /** Whether the endpoint is at fault, and not the time that one caller had left for it. */
    boolean isOfTheEndpoint() {
        return !(getCause() instanceof InterruptedIOException);
    }

    boolean isRejected() {
        return rejected;
    }

    int status() {
        return status;
    }
}
