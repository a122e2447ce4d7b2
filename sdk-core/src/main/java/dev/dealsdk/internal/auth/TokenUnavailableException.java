package dev.dealsdk.internal.auth;

import org.jspecify.annotations.Nullable;

/** No token could be had, so the request was not sent. */
public final class TokenUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean rejected;
    private final int status;

    private TokenUnavailableException(String message, boolean rejected, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.rejected = rejected;
        this.status = status;
    }

    /** The token endpoint refuses to issue a token. */
    public static TokenUnavailableException rejected(String message, int status) {
        return new TokenUnavailableException(message, true, status, null);
    }

    /** The token endpoint could not be reached, failed, or answered nonsense; {@code status} is 0 without a response. */
    public static TokenUnavailableException unavailable(String message, int status, @Nullable Throwable cause) {
        return new TokenUnavailableException(message, false, status, cause);
    }

    /** Whether the endpoint refuses, so that a later call would fail as well. */
    public boolean isRejected() {
        return rejected;
    }

    /** The HTTP status of the endpoint's response; 0 without one. */
    public int status() {
        return status;
    }
}
