package dev.dealsdk.internal.http;

import dev.dealsdk.internal.auth.Credentials.Authorization;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.internal.call.Redactor;
import dev.dealsdk.spi.RetrySafety;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is known of one attempt while it is under way. */
final class Attempt {
    private final Authorization authorization;
    private final Redactor redactor;
    private final AtomicReference<Place> place = new AtomicReference<>(Place.HERE);
    private final InFlightCalls inFlight;
    private final RetrySafety safety;
    private final long begunNanos;
    private volatile @Nullable Headers headers;
    private volatile @Nullable Connection connection;
    private volatile int status;
    private volatile Headers responseHeaders = Headers.EMPTY;

    /**
     * An attempt that begins now.
     *
     * @param inFlight the calls of its client
     * @param safety whether the request could just be sent again if it were lost
     */
    Attempt(Authorization authorization, InFlightCalls inFlight, RetrySafety safety, LongSupplier nanoTime) {
        this.authorization = authorization;
        this.redactor = new Redactor(authorization.secret());
        this.inFlight = inFlight;
        this.safety = safety;
        this.begunNanos = nanoTime.getAsLong();
    }

    Authorization authorization() {
        return authorization;
    }

    long begunNanos() {
        return begunNanos;
    }

    /** Whether the request must not be lost, since it could not just be sent again. */
    boolean mustArrive() {
        return safety != RetrySafety.IDEMPOTENT;
    }

    /** Takes the secret out of what comes back. */
    Redactor redactor() {
        return redactor;
    }

    /**
     * Notes that the first byte is about to go out.
     *
     * @return whether it may: not when its client is closed, or the request has left before
     */
    boolean leaves() {
        return !inFlight.areEnded() && place.compareAndSet(Place.HERE, Place.LEFT);
    }

    /** Whether a byte of the request may have reached the vendor. */
    boolean hasLeft() {
        return place.get() == Place.LEFT;
    }

    void answeredWith(Headers seen) {
        headers = seen;
    }

    /** Notes the connection that carries the attempt. */
    void on(@Nullable Connection carrying) {
        connection = carrying;
    }

    /** Closes the connection: what comes on it may belong to another request. */
    void closeConnection() {
        Connection carrying = connection;
        if (carrying != null && carrying.protocol() != Protocol.HTTP_2) {
            try {
                carrying.socket().close();
            } catch (IOException closed) {
                // It is of no use any more, as was the aim.
            }
        }
    }

    /** Notes the head of the response. */
    void answeredBy(Response response) {
        status = response.code();
        responseHeaders = headersOf(response);
    }

    /** The status of the response; 0 while there is none. */
    int status() {
        return status;
    }

    /** The headers of the response as the vendor sent them; none while there is none. */
    Headers responseHeaders() {
        return responseHeaders;
    }

    /** The headers as the vendor sent them. */
    Headers headersOf(Response response) {
        Headers seen = headers;
        return seen != null ? seen : response.headers();
    }

    private enum Place {
        HERE,
        LEFT
    }
}
