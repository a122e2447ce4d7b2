package dev.dealsdk.internal.connection;

import dev.dealsdk.internal.connection.ObservedSockets.ObservedSocket;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a kept connection before a request is written to it: bytes that nobody has asked for would be taken for the response
 * to this request, and a request that could not be sent again must not be lost on a connection that the vendor has closed. The
 * HTTP library looks only after 10 seconds without use, and many servers close sooner.
 *
 * <p>The look for bytes costs nothing to speak of; that for the end takes a millisecond, and is left out within 500 ms after
 * the last use.
 */
public final class ConnectionCheck {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.connection");
    private static final int SHORTEST_WAIT_MILLIS = 1;

    private static final long TRUSTED_NANOS = Duration.ofMillis(500).toNanos();

    private final ObservedSockets sockets;
    private final LongSupplier nanoTime;
    private final Map<Connection, Use> uses = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * The last use of a connection.
     *
     * @param raw its socket, below TLS if there is any
     */
    private record Use(long atNanos, Optional<ObservedSocket> raw) {}

    /** @param sockets made the sockets of the connections; of others less can be told */
    public ConnectionCheck(ObservedSockets sockets, LongSupplier nanoTime) {
        this.sockets = sockets;
        this.nanoTime = nanoTime;
    }

    /** Notes that a response has come on a connection. */
    public void used(Connection connection) {
        Use last = uses.get(connection);
        Optional<ObservedSocket> raw = last == null ? sockets.below(connection.socket()) : last.raw();
        uses.put(connection, new Use(nanoTime.getAsLong(), raw));
    }

    /**
     * How often the socket of a connection that was used before has been read: unchanged after a request, the response to it
     * did not come from the network, but stood there already.
     *
     * @return -1 where that cannot be told
     */
    public long reads(Connection connection) {
        Use last = uses.get(connection);
        return last == null || last.raw().isEmpty() || isMultiplexed(connection)
                ? -1
                : last.raw().get().reads();
    }

    /**
     * Looks at a connection.
     *
     * @param mustArrive whether the request could not just be sent again if it were lost
     * @throws StaleConnectionException if it is closed, or holds bytes that nobody has asked for
     */
    public void requireUsable(Connection connection, boolean mustArrive) throws IOException {
        Use last = uses.get(connection);
        if (last == null || isMultiplexed(connection)) {
            // A new one, or one that somebody reads from all the time, and so notices.
            return;
        }
        boolean holdsBytes;
        try {
            holdsBytes = connection.socket().getInputStream().available() > 0
                    || (last.raw().isPresent()
                            && last.raw().get().getInputStream().available() > 0);
        } catch (IOException broken) {
            LOG.debug("a kept connection is broken", broken);
            throw stale(connection);
        }
        boolean trusted = nanoTime.getAsLong() - last.atNanos() < TRUSTED_NANOS;
        if (holdsBytes || (mustArrive && !trusted)) {
            requireSilent(connection);
        }
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
