package dev.dealsdk.internal.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.SocketFactory;

/**
 * Makes sockets that count how often they are read. A response that stands there without a read since its request was written
 * is the response to another request.
 */
public final class ObservedSockets extends SocketFactory {

    /** A plain socket, also below TLS. */
    static final class ObservedSocket extends Socket {
        private volatile long reads;
        private volatile InputStream observed = InputStream.nullInputStream();
        private volatile boolean open;

        /** How many reads have brought something. */
        long reads() {
            return reads;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (!open) {
                observed = new Counting(super.getInputStream());
                open = true;
            }
            return observed;
        }

        private final class Counting extends FilterInputStream {
            Counting(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                int read = in.read();
                count(read);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                count(read);
                return read;
            }

            @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads a socket at a time.
            private void count(int read) {
                if (read >= 0) {
                    reads++;
                }
            }
        }
    }

    private final Set<ObservedSocket> live =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Socket createSocket() {
        ObservedSocket socket = new ObservedSocket();
        live.add(socket);
        return socket;
    }

    /** The observed socket that carries a connection, if it was made here: the socket itself, or the one below its TLS. */
    Optional<ObservedSocket> below(Socket socket) {
        if (socket instanceof ObservedSocket observed) {
            return Optional.of(observed);
        }
        synchronized (live) {
            return live.stream()
                    .filter(observed -> !observed.isClosed()
                            && observed.getLocalPort() == socket.getLocalPort()
                            && observed.getPort() == socket.getPort())
                    .findFirst();
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("the HTTP library connects sockets by itself");
    }
}
