package dev.dealsdk.internal.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a kept HTTP/1 connection before a request is written to it: bytes that nobody has asked for would be taken for the
 * response to this request, and a request that could not be sent again must not be lost on a connection that the vendor has
 * closed. The HTTP library looks only after 10 seconds without use, and many servers close sooner.
 *
 * <p>The look for bytes costs nothing to speak of; that for the end takes a millisecond, and is left out within 500 ms after
 * the last use. Connections whose sockets {@link ObservedSockets} has not made tell less. HTTP/2 needs none of this: each of
 * its frames names the request that it belongs to.
 */
public final class ConnectionCheck {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.connection");
    private static final int SHORTEST_WAIT_MILLIS = 1;

    private static final long TRUSTED_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanoTime;

    public ConnectionCheck(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Looks at a connection.
     *
     * @param mustArrive whether the request could not just be sent again if it were lost
     * @throws StaleConnectionException if it is closed, did not end with the response to the last request, or holds bytes that
     *     nobody has asked for
     */
    public void requireUsable(Connection connection, boolean mustArrive) throws IOException {
        if (isMultiplexed(connection)) {
            return;
        }
        InputStream in;
        boolean holdsBytes;
        try {
            in = connection.socket().getInputStream();
            holdsBytes = in instanceof ObservedInput observed ? observed.holdsBytes() : in.available() > 0;
        } catch (IOException broken) {
            LOG.debug("a kept connection is broken", broken);
            throw stale(connection);
        }
        boolean trusted = false;
        if (in instanceof ObservedInput observed) {
            ResponseFraming framing = observed.framing();
            if (framing == null) {
                // A new one.
                return;
            }
            if (!framing.isInStep()) {
                LOG.debug("a kept connection is out of step: its last response did not end where it should");
                throw stale(connection);
            }
            trusted = nanoTime.getAsLong() - observed.usedAtNanos() < TRUSTED_NANOS;
        }
        if (holdsBytes || (mustArrive && !trusted)) {
            requireSilent(connection);
        }
    }

    /** Notes that a request is about to be written. */
    public void requestLeaves(Connection connection, String method) throws IOException {
        ObservedInput observed = observed(connection);
        if (observed != null) {
            observed.expect(method);
        }
    }

    /**
     * Notes that the head of a response has come.
     *
     * @return false if it did not come after the request was written, but stood there before: it is another one's
     */
    public boolean isFresh(Connection connection, int status) throws IOException {
        ObservedInput observed = observed(connection);
        if (observed == null) {
            return true;
        }
        observed.usedAt(nanoTime.getAsLong());
        ResponseFraming framing = observed.framing();
        return framing == null || framing.status() == status;
    }

    /** Null where a connection cannot be observed, or need not be. */
    private static @Nullable ObservedInput observed(Connection connection) throws IOException {
        return !isMultiplexed(connection) && connection.socket().getInputStream() instanceof ObservedInput observed
                ? observed
                : null;
    }

    /** Below TLS there may be bytes that are none of a response, such as a session ticket: reading tells. */
    private static void requireSilent(Connection connection) throws IOException {
        Socket socket = connection.socket();
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(SHORTEST_WAIT_MILLIS);
            // The end of the stream, or something that nobody has asked for, such as a 408 before the end.
            int unasked = socket.getInputStream().read();
            LOG.debug("a kept connection ended with {}", unasked);
        } catch (SocketTimeoutException nothingHasCome) {
            socket.setSoTimeout(timeout);
            return;
        } catch (SocketException broken) {
            LOG.debug("a kept connection is broken", broken);
        }
        throw stale(connection);
    }

    private static StaleConnectionException stale(Connection connection) throws IOException {
        connection.socket().close();
        return new StaleConnectionException();
    }

    private static boolean isMultiplexed(Connection connection) {
        return connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
    }
}
