package dev.dealsdk.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Writes whatever it is told to for each request of a connection that it keeps, well-formed or not. */
final class RawServer implements AutoCloseable {

    /** What is written for a request. */
    @FunctionalInterface
    interface Reply {
        /**
         * Writes a response.
         *
         * @param target as in the request line
         * @param number of the request, from 1, on all connections together
         */
        String to(String target, int number);
    }

    /** The same, for one that cares for the connection, from 1. */
    @FunctionalInterface
    interface ConnectionReply {
        String to(String target, int number, int connection);
    }

    private final ConnectionReply reply;
    private final ServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    RawServer(Reply reply) throws IOException {
        this(ServerSocketFactory.getDefault(), (target, number, connection) -> reply.to(target, number));
    }

    /** @param sockets plain ones, or such with TLS */
    RawServer(ServerSocketFactory sockets, ConnectionReply reply) throws IOException {
        this.reply = reply;
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    int connections() {
        return connections.size();
    }

    /** Writes on the latest connection what nobody has asked for. */
    void push(String bytes) throws IOException {
        Socket latest = connections.get(connections.size() - 1);
        latest.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        latest.getOutputStream().flush();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                int number = connections.size();
                start(() -> serve(connection, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection, int connectionNumber) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int length = 0;
                for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                    if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).trim());
                    }
                }
                for (int i = 0; i < length; i++) {
                    in.read();
                }
                String answer = reply.to(line.split(" ", -1)[1], requests.incrementAndGet(), connectionNumber);
                connection.getOutputStream().write(answer.getBytes(UTF_8));
                connection.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The caller has left.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
