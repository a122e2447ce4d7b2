package dev.dealsdk.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Answers as the vendors do, with as little work as possible: prepared bytes, one write an answer, a thread a connection.
 * Prints its port, and ends with its standard input, so that it never outlives the process that started it.
 *
 * <p>The first segments of a path are {@code /SHAPE/PAGES/MILLIS}: whose JSON, how many pages a listing has, and how long
 * to wait with every answer.
 */
public final class LoopbackServer {
    private static final int BACKLOG = 256;

    private LoopbackServer() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        Executor threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "connection");
            thread.setDaemon(true);
            return thread;
        });
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> accept(server, threads));
            System.out.println(server.getLocalPort());
            while (System.in.read() >= 0) {
                // Nothing is said to it; only the end counts.
            }
        }
    }

    private static void accept(ServerSocket server, Executor threads) {
        Answers answers = new Answers();
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> serve(socket, answers));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Answers answers) {
        try (socket;
                BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024)) {
            RequestHead head = RequestHead.read(in);
            while (head != null) {
                in.skipNBytes(head.contentLength());
                byte[] answer = answers.to(head);
                socket.getOutputStream().write(answer);
                head = RequestHead.read(in);
            }
        } catch (IOException gone) {
            // The client has closed its connection.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
