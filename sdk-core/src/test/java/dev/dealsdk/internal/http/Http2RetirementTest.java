package dev.dealsdk.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.spi.HttpTransport;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/2 connections that retire by GOAWAY: what the server has not processed is sent again, and nothing else is. */
@Timeout(60)
final class Http2RetirementTest {
    private Wire wire = new Wire("http://unused.example");

    @AfterEach
    void stop() {
        wire.close();
    }

    @ParameterizedTest
    @EnumSource
    void send_notProcessedBeforeGoAway_isSentAgainOnANewConnection(RequestKind kind) throws IOException {
        try (Http2Server vendor = new Http2Server(Http2Server.Turn.GO_AWAY_UNPROCESSED, Http2Server.Turn.ANSWER)) {
            connect(vendor);

            kind.on(wire);

            assertThat(vendor.requests()).isEqualTo(2);
            assertThat(vendor.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "MOVE"})
    void write_processedBeforeGoAway_isUnknownAndNotSentAgain(RequestKind kind) throws IOException {
        try (Http2Server vendor = new Http2Server(Http2Server.Turn.GO_AWAY_PROCESSED, Http2Server.Turn.ANSWER)) {
            connect(vendor);

            DealsException thrown = catchThrowableOfType(DealsException.class, () -> kind.on(wire));

            assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(vendor.requests()).isEqualTo(1);
        }
    }

    @Test
    void create_connectionRetiredWhileItWasKept_isSentOnceOnANewOne() throws IOException {
        try (Http2Server vendor = new Http2Server(
                Http2Server.Turn.ANSWER_AND_GO_AWAY,
                Http2Server.Turn.ANSWER_AND_GO_AWAY,
                Http2Server.Turn.ANSWER_AND_GO_AWAY)) {
            HttpTransport transport = connect(vendor);

            for (int number = 1; number <= 3; number++) {
                transport.sendRaw(Wire.API, RequestKind.CREATE.request);
            }

            assertThat(vendor.requests()).isEqualTo(3);
            assertThat(vendor.connections()).isEqualTo(3);
        }
    }

    private HttpTransport connect(Http2Server vendor) {
        wire = new Wire(vendor.url())
                .client(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build());
        return wire.open();
    }

    /** As much of RFC 9113 as a test needs: one turn for each request, in order of arrival. */
    private static final class Http2Server implements AutoCloseable {
        private static final int PREFACE_LENGTH = 24;
        private static final int DATA = 0;
        private static final int HEADERS = 1;
        private static final int SETTINGS = 4;
        private static final int GO_AWAY = 7;
        private static final int END_STREAM = 1;
        private static final int END_HEADERS = 4;
        private static final int ACK = 1;

        enum Turn {
            ANSWER,
            ANSWER_AND_GO_AWAY,
            GO_AWAY_UNPROCESSED,
            GO_AWAY_PROCESSED
        }

        private final List<Turn> turns;
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger requests = new AtomicInteger();
        private final List<Socket> connections = new CopyOnWriteArrayList<>();

        Http2Server(Turn... turns) throws IOException {
            this.turns = List.of(turns);
            start(this::accept);
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

        private void accept() {
            while (true) {
                try {
                    Socket connection = socket.accept();
                    connection.setTcpNoDelay(true);
                    connections.add(connection);
                    start(() -> serve(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                DataInputStream in = new DataInputStream(connection.getInputStream());
                DataOutputStream out = new DataOutputStream(connection.getOutputStream());
                in.readFully(new byte[PREFACE_LENGTH]);
                frame(out, SETTINGS, 0, 0, new byte[0]);
                while (true) {
                    int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
                    int type = in.readUnsignedByte();
                    int flags = in.readUnsignedByte();
                    int stream = in.readInt();
                    in.readFully(new byte[length]);
                    if (type == SETTINGS && (flags & ACK) == 0) {
                        frame(out, SETTINGS, ACK, 0, new byte[0]);
                    }
                    // A request is whole with its last frame.
                    if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                        take(turns.get(requests.getAndIncrement()), stream, connection, out);
                    }
                }
            } catch (IOException gone) {
                // Closed by either side.
            }
        }

        private static void take(Turn turn, int stream, Socket connection, DataOutputStream out) throws IOException {
            switch (turn) {
                case ANSWER -> answer(out, stream);
                case ANSWER_AND_GO_AWAY -> {
                    // Before the end of the response: who has read it knows that the connection retires.
                    goAway(out, stream);
                    answer(out, stream);
                }
                case GO_AWAY_UNPROCESSED -> goAway(out, 0);
                case GO_AWAY_PROCESSED -> {
                    goAway(out, stream);
                    connection.shutdownOutput();
                }
            }
        }

        private static void answer(DataOutputStream out, int stream) throws IOException {
            // :status 200 is entry 8 of the static table (RFC 7541, appendix A), content-type entry 31.
            byte[] type = "application/json".getBytes(US_ASCII);
            byte[] headers = new byte[4 + type.length];
            headers[0] = (byte) 0x88;
            headers[1] = 0x0f;
            headers[2] = 31 - 15;
            headers[3] = (byte) type.length;
            System.arraycopy(type, 0, headers, 4, type.length);
            frame(out, HEADERS, END_HEADERS, stream, headers);
            frame(out, DATA, END_STREAM, stream, "{\"id\":\"d1\"}".getBytes(US_ASCII));
        }

        private static void goAway(DataOutputStream out, int lastStream) throws IOException {
            byte[] payload = new byte[8];
            payload[3] = (byte) lastStream;
            frame(out, GO_AWAY, 0, 0, payload);
        }

        private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
                throws IOException {
            out.writeShort(payload.length >> 8);
            out.writeByte(payload.length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
        }

        private static void start(Runnable task) {
            Thread thread = new Thread(task, "http2-server");
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
}
