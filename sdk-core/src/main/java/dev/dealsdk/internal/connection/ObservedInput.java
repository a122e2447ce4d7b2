package dev.dealsdk.internal.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * What comes on the socket of a connection, above TLS if there is any. The HTTP library reads ahead into a buffer where nobody
 * can look: what comes behind a response would be taken for the response to the next request. So it is noticed here, and the
 * socket is closed.
 *
 * <p>It does no more than hand on until the first request is written: before that a proxy may speak. For one thread at a time,
 * as connections are.
 */
final class ObservedInput extends FilterInputStream {
    private final Socket socket;
    private final @Nullable Socket below;
    private final byte[] single = new byte[1];
    private @Nullable ResponseFraming framing;
    private long usedAtNanos;

    /**
     * What comes on a socket.
     *
     * @param below the socket that carries TLS; null if there is none
     */
    ObservedInput(InputStream in, Socket socket, @Nullable Socket below) {
        super(in);
        this.socket = socket;
        this.below = below;
    }

    /** The responses of an HTTP/1 connection; null until a request has been sent. */
    @Nullable
    ResponseFraming framing() {
        return framing;
    }

    /** Notes that a request is about to be written. */
    void expect(String method) {
        if (framing == null) {
            framing = new ResponseFraming();
        }
        framing.expect(method);
    }

    void usedAt(long nanos) {
        usedAtNanos = nanos;
    }

    /** When the latest response began. */
    long usedAtNanos() {
        return usedAtNanos;
    }

    /** Whether something waits that has not been read; below TLS it need not be part of a response. */
    boolean holdsBytes() throws IOException {
        return in.available() > 0 || (below != null && below.getInputStream().available() > 0);
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            single[0] = (byte) read;
            follow(single, 0, 1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        follow(buffer, offset, read);
        return read;
    }

    private void follow(byte[] buffer, int offset, int read) {
        if (framing != null && read > 0 && framing.received(buffer, offset, read)) {
            try {
                // All of the response has been read, so that its call loses nothing.
                socket.close();
            } catch (IOException broken) {
                // It is not used again, as was the aim.
            }
        }
    }
}
