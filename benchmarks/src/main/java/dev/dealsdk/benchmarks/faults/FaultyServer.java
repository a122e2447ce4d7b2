package dev.dealsdk.benchmarks.faults;

import dev.dealsdk.benchmarks.server.RequestHead;
import dev.dealsdk.benchmarks.server.Shape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates what it is asked to create, and meets one request in thirty with each of twelve faults, those of a fixed seed. A
 * repeated idempotency key creates nothing more. For one caller at a time.
 */
final class FaultyServer implements AutoCloseable {
    private static final int ONE_IN = 30;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] created;
    private final Random random;
    private final Set<String> keys = new HashSet<>();
    private int made;

    /** Whether the record was made before the fault, and what the caller sees. */
    private record Fault(boolean made, int status, Cut cut) {}

    private enum Cut {
        NOTHING,
        EVERYTHING,
        HALF_OF_THE_BODY,
        WITHIN_THE_JSON
    }

    private static final List<Fault> FAULTS = List.of(
            new Fault(false, 429, Cut.NOTHING),
            new Fault(false, 500, Cut.NOTHING),
            new Fault(false, 502, Cut.NOTHING),
            new Fault(false, 503, Cut.NOTHING),
            new Fault(false, 504, Cut.NOTHING),
            new Fault(true, 500, Cut.NOTHING),
            new Fault(true, 503, Cut.NOTHING),
            new Fault(true, 504, Cut.NOTHING),
            new Fault(false, 0, Cut.EVERYTHING),
            new Fault(true, 0, Cut.EVERYTHING),
            new Fault(true, 201, Cut.HALF_OF_THE_BODY),
            new Fault(true, 201, Cut.WITHIN_THE_JSON));

    private static final Fault NONE = new Fault(true, 201, Cut.NOTHING);

    FaultyServer(Shape shape, long seed) throws IOException {
        this.created = shape.one();
        this.random = new Random(seed);
        Thread thread = new Thread(this::accept, "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many records were made since this was last asked. */
    synchronized int made() {
        int count = made;
        made = 0;
        return count;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedInputStream in = new BufferedInputStream(socket.getInputStream())) {
            for (RequestHead head = RequestHead.read(in); head != null; head = RequestHead.read(in)) {
                in.skipNBytes(head.contentLength());
                if (!answer(head.idempotencyKey(), socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client has closed its connection.
        }
    }

    /** Whether the connection stays open. */
    private synchronized boolean answer(@Nullable String key, OutputStream out) throws IOException {
        int number = random.nextInt(ONE_IN);
        Fault fault = number < FAULTS.size() ? FAULTS.get(number) : NONE;
        if (fault.made() && (key == null || keys.add(key))) {
            made++;
        }
        if (fault.cut() == Cut.EVERYTHING) {
            return false;
        }
        byte[] body = fault.status() == 201 ? created : "{\"message\":\"a fault\"}".getBytes(StandardCharsets.UTF_8);
        int sent = fault.cut() == Cut.NOTHING ? body.length : body.length / 2;
        int announced = fault.cut() == Cut.HALF_OF_THE_BODY ? body.length : sent;
        String head = "HTTP/1.1 " + fault.status() + " Status\r\nContent-Type: application/json\r\nContent-Length: "
                + announced + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, sent);
        out.flush();
        return sent == announced;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
