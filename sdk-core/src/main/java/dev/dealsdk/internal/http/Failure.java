package dev.dealsdk.internal.http;

import dev.dealsdk.internal.connection.StaleConnectionException;
import dev.dealsdk.spi.VendorError;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why one attempt did not succeed.
 *
 * @param kind what is known of the request
 * @param status the HTTP status, or 0 when no response arrived
 * @param error what the error body says
 * @param detail the beginning of the body or the fault of the connection, fit to be read
 * @param retryAfter the wait the vendor named
 * @param sender who answered, as far as the body shows
 * @param cause what caused it, if anything was thrown
 */
record Failure(
        Kind kind,
        int status,
        VendorError error,
        String detail,
        Optional<Duration> retryAfter,
        Sender sender,
        @Nullable Throwable cause) {

    enum Kind {
        /** The request never left. */
        NOT_LEFT,
        /** The request never left, and would not the next time: an untrusted certificate, a proxy that wants credentials. */
        CANNOT_LEAVE,
        /** The request left, no whole response came back. */
        LOST,
        /** A response with a status that is no success. */
        STATUS,
        /** A success by its status, whose body says that the vendor refuses the request. */
        REFUSED_SUCCESS,
        /** A success in JSON whose body is not what it should be. */
        UNREADABLE_SUCCESS,
        /** A success by its status alone: a page of a gateway, say. */
        FOREIGN_SUCCESS,
        /** A success about another deal: the response to another request, most likely. */
        OTHER_DEAL,
        /** A success without content, which has content all the same. */
        NO_CONTENT
    }

    /** Who answered, as far as the body shows. */
    enum Sender {
        /** The body has the form that the vendor documents. */
        VENDOR,
        /** There is no body, so that the status stands for itself. */
        NOBODY,
        /** The body is JSON of another form. */
        SOMEBODY,
        /** The body is a page or plain text, as something in between sends it. */
        IN_BETWEEN
    }

    private static final int NOT_IMPLEMENTED = 501;
    private static final VendorError NO_ERROR_BODY = VendorError.builder().build();

    static Failure ofConnection(Kind kind, String detail, @Nullable Throwable cause) {
        return new Failure(kind, 0, NO_ERROR_BODY, detail, Optional.empty(), Sender.NOBODY, cause);
    }

    static Failure ofSuccess(Kind kind, int status, String detail, @Nullable Throwable cause) {
        return new Failure(kind, status, NO_ERROR_BODY, detail, Optional.empty(), Sender.NOBODY, cause);
    }

    static Failure ofStatus(
            int status, VendorError error, String detail, Optional<Duration> retryAfter, Sender sender) {
        return new Failure(Kind.STATUS, status, error, detail, retryAfter, sender, null);
    }

    /** Whether the body gives the status a meaning that is not its usual one. */
    boolean means(VendorError.Kind meaning) {
        return error.kind().filter(meaning::equals).isPresent();
    }

    /** Whether it is the status alone that means failure. */
    boolean isStatus() {
        return kind == Kind.STATUS;
    }

    boolean isStatus(int expected) {
        return kind == Kind.STATUS && status == expected;
    }

    /** The quota is spent: nothing was done with the request. */
    boolean isRateLimit() {
        return kind == Kind.STATUS && (status == 429 || (status == 403 && means(VendorError.Kind.RATE_LIMITED)));
    }

    /** The vendor failed, or something between: the request may have been processed all the same. */
    boolean isServerFailure() {
        if (kind != Kind.STATUS) {
            return false;
        }
        boolean failed = (status >= 500 && status < 600) || status == 408;
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
            return status == 408 || (status >= 500 && status < 600 && status != 500 && status != 503);
        }
        return kind == Kind.FOREIGN_SUCCESS || cause instanceof InterruptedIOException;
    }

    /** Whether no response came in time. */
    boolean isTimeout() {
        return cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
    }

    /** Whether the vendor has failed or cannot be reached: not its refusals, nor what a configuration can mend. */
    boolean speaksOfTheVendor() {
        return kind == Kind.LOST || (kind == Kind.NOT_LEFT && !isStaleConnection()) || isServerFailure();
    }

    /** Whether the vendor has responded, as far as can be told. */
    boolean isResponse() {
        return switch (kind) {
            case NOT_LEFT, CANNOT_LEAVE, LOST, FOREIGN_SUCCESS -> false;
            case REFUSED_SUCCESS, UNREADABLE_SUCCESS, OTHER_DEAL, NO_CONTENT -> true;
            case STATUS -> !isServerFailure() && !isOfTheWay();
        };
    }

    /** Whether something on the way to the vendor speaks of the way, so that nothing else will get through either. */
    boolean isOfTheWay() {
        return kind == Kind.STATUS && (status == 407 || status == 421);
    }

    /** Whether the exchange has ended in a way after which a transition that did not happen may be sent again. */
    boolean isOver() {
        return kind == Kind.LOST || isServerFailure();
    }

    /** A status that means a refusal: the vendor's own word, or at least nobody else's. */
    private boolean isRefusal() {
        return status >= 400 && status < 600 && status != 407 && status != 421 && sender != Sender.IN_BETWEEN;
    }

    /** Whether a write may have been applied for all this attempt tells. */
    boolean isUncertain() {
        return switch (kind) {
            case NOT_LEFT, CANNOT_LEAVE, REFUSED_SUCCESS -> false;
            case LOST, FOREIGN_SUCCESS, OTHER_DEAL, NO_CONTENT -> true;
            case UNREADABLE_SUCCESS -> false;
            case STATUS -> isServerFailure() || !(isRefusal() || isRateLimit());
        };
    }
}
