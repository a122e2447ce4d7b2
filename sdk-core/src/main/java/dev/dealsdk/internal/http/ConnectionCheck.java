package dev.dealsdk.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the vendor has closed a connection, before a request is written to it that could not be sent again: of one
 * that is lost on a closed connection nobody knows that nothing became of it. The HTTP library looks only after 10 seconds
 * without use, and many servers close sooner. It costs such a request a millisecond.
 */
final class ConnectionCheck {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.connection");
    private static final int SHORTEST_WAIT_MILLIS = 1;

    private static final long TRUSTED_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanoTime;
    private final Map<Connection, Long> lastUse = Collections.synchronizedMap(new WeakHashMap<>());

    ConnectionCheck(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes that an answer has come on a connection. */
    void used(Connection connection) {
        lastUse.put(connection, nanoTime.getAsLong());
    }

    /**
     * Looks at a connection.
     *
     * @throws StaleConnectionException if it is closed
     */
    void requireOpen(Connection connection) throws IOException {
        Long used = lastUse.get(connection);
        if (used != null && nanoTime.getAsLong() - used < TRUSTED_NANOS) {
            return;
        }
        if (connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE) {
            // Somebody reads from it all the time, and notices.
            return;
        }
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
        socket.close();
        throw new StaleConnectionException();
    }
}
