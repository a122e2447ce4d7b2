package dev.dealsdk.testkit.internal.http;

import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The HTTP side of a simulator: a server on the loopback interface that leaves every request to a handler. */
public final class SimulatorServer implements AutoCloseable {
    // Kept here, since loggers are held weakly and would forget their level.
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();

    /** Handles requests, several at a time, each in the thread of its connection. */
    @FunctionalInterface
    public interface Handler {
        WireResponse handle(SimulatorRequest request) throws InterruptedException;
    }

    /** How much of a response reaches the caller before the connection is closed. */
    public enum Delivery {
        WHOLE,
        NOTHING,
        HALF_THE_BODY
    }

    /** A response, and how much of it is sent. */
    public record WireResponse(SimulatorResponse response, Delivery delivery) {}

    /** Port 0 takes a free one. */
    public void start(int port, Handler handler) {
        if (SERVER_LOG.getLevel() == null) {
            // Two lines a request would bury the output of the tests.
            SERVER_LOG.setLevel(Level.WARNING);
        }
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
                return toMock(handler.handle(toRequest(recorded)));
            }
        });
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Closing twice does nothing. */
    @Override
    public void close() {
        server.close();
    }

    private static MockResponse toMock(WireResponse wire) {
        SimulatorResponse response = wire.response();
        MockResponse.Builder mock = new MockResponse.Builder().code(response.status());
        response.body().ifPresent(mock::body);
        response.headers().forEach(mock::setHeader);
        if (response.status() == 204) {
            // The server adds a length of zero to every response without a body; a 204 must not have one.
            mock.removeHeader("Content-Length");
        }
        switch (wire.delivery()) {
            case WHOLE -> {}
            case NOTHING -> mock.onResponseStart(new SocketEffect.CloseSocket());
            case HALF_THE_BODY -> mock.onResponseBody(new SocketEffect.CloseSocket());
        }
        return mock.build();
    }

    private static SimulatorRequest toRequest(RecordedRequest recorded) {
        // The URL object resolves dot segments; only the request line shows what was really sent.
        String path = recorded.getTarget().split("\\?", 2)[0];
        ByteString body = recorded.getBody();
        return new SimulatorRequest(
                recorded.getMethod(),
                path,
                query(recorded.getUrl()),
                headers(recorded.getHeaders()),
                body == null ? "" : body.utf8());
    }

    private static Map<String, List<String>> query(HttpUrl url) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < url.querySize(); i++) {
            @Nullable String value = url.queryParameterValue(i);
            if (value == null && url.queryParameterName(i).isEmpty()) {
                continue; // A question mark at the end names no parameter.
            }
            query.computeIfAbsent(url.queryParameterName(i), name -> new ArrayList<>())
                    .add(value == null ? "" : value);
        }
        query.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(query);
    }

    private static Map<String, String> headers(Headers sent) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < sent.size(); i++) {
            headers.merge(sent.name(i), sent.value(i), (one, two) -> one + ", " + two);
        }
        return Collections.unmodifiableMap(headers);
    }
}
