package dev.dealsdk.internal.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;

/** Answers one request on each connection, promises to keep it open, and closes it. */
final class OneShotServer implements AutoCloseable {
    private static final String BODY = "{\"id\":\"d1\"}";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n" + "Content-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY;

    private final String scheme;
    private final ServerSocket socket;
    private final Semaphore closed = new Semaphore(0);

    OneShotServer() throws IOException {
        this("http", ServerSocketFactory.getDefault());
    }

    OneShotServer(String scheme, ServerSocketFactory sockets) throws IOException {
        this.scheme = scheme;
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "one-shot-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return scheme + "://localhost:" + socket.getLocalPort();
    }

    /** Waits until one more connection has been served and closed. */
    void awaitClosed() throws InterruptedException {
        closed.acquire();
    }

    /** Connections that were served and closed, and that nobody has waited for. */
    int closedUnawaited() {
        return closed.availablePermits();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                skipRequest(connection);
                connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException over) {
                return;
            }
            closed.release();
        }
    }

    /** A request whose body is on one line without an end, of the length that it says. */
    private static void skipRequest(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
