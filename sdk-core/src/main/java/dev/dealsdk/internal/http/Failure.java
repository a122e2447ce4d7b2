package dev.dealsdk.internal.http;

import dev.dealsdk.spi.VendorError;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why one attempt did not succeed.
 *
 * @param kind what is known of the request
 * @param status the HTTP status, or 0 when no answer arrived
 * @param error what the error body says
 * @param detail the beginning of the body or the fault of the connection, fit to be read
 * @param retryAfter the wait the vendor named
 * @param cause what caused it, if anything was thrown
 */
record Failure(
        Kind kind,
        int status,
        VendorError error,
        String detail,
        Optional<Duration> retryAfter,
        @Nullable Throwable cause) {

    enum Kind {
        /** The request never left. */
        NOT_LEFT,
        /** The request left, no whole answer came back. */
        LOST,
        /** An answer with a status that is no success. */
        STATUS,
        /** A success in JSON whose body is not what it should be. */
        UNREADABLE_SUCCESS,
        /** A success by its status alone: a page of a gateway, say. */
        FOREIGN_SUCCESS
    }

    private static final int NOT_IMPLEMENTED = 501;
    private static final VendorError NO_ERROR_BODY = VendorError.builder().build();

    static Failure ofConnection(boolean left, String detail, Throwable cause) {
        return new Failure(left ? Kind.LOST : Kind.NOT_LEFT, 0, NO_ERROR_BODY, detail, Optional.empty(), cause);
    }

    static Failure ofSuccess(Kind kind, int status, String detail, @Nullable Throwable cause) {
        return new Failure(kind, status, NO_ERROR_BODY, detail, Optional.empty(), cause);
    }

    static Failure ofStatus(int status, VendorError error, String detail, Optional<Duration> retryAfter) {
        return new Failure(Kind.STATUS, status, error, detail, retryAfter, null);
    }

    /** Whether the body gives the status a meaning that is not its usual one. */
    boolean means(VendorError.Kind meaning) {
        return error.kind().filter(meaning::equals).isPresent();
    }

    boolean isStatus(int expected) {
        return kind == Kind.STATUS && status == expected;
    }

    /** The vendor failed, or something between: the request may have been processed all the same. */
    boolean isServerFailure() {
        if (kind != Kind.STATUS) {
            return false;
        }
        boolean failed = status >= 500 || status == 408;
        return (failed && status != NOT_IMPLEMENTED) || means(VendorError.Kind.SERVER_FAILURE);
    }

    /** Nothing failed but a connection that had been kept open. */
    boolean isStaleConnection() {
        return kind == Kind.NOT_LEFT && cause instanceof StaleConnectionException;
    }

    /**
     * Whether the request, if it was received at all, may still be at work: nothing came back in time, or only a gateway says
     * so. Not after the vendor's own failure, or when the connection was closed: then the exchange is over.
     */
    boolean mayStillRun() {
        if (kind == Kind.STATUS) {
            return status == 408 || (status >= 500 && status != 500 && status != 503);
        }
        return kind == Kind.FOREIGN_SUCCESS || cause instanceof InterruptedIOException;
    }

    /** Whether a write may have been applied for all this attempt tells. */
    boolean isUncertain() {
        return kind == Kind.LOST || kind == Kind.FOREIGN_SUCCESS || isServerFailure();
    }
}
