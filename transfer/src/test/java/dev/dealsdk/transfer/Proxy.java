package dev.dealsdk.transfer;

import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** Stands between a client and a simulator, so that a test can change what one of them sees. */
final class Proxy implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding");

    private final VendorSimulator vendor;
    private final MockWebServer server = new MockWebServer();
    private final HttpClient client = HttpClient.newHttpClient();
    /** Each takes an exchange and gives it on, changed or not. */
    private final CopyOnWriteArrayList<Function<Exchange, Exchange>> changes = new CopyOnWriteArrayList<>();

    private volatile Function<Request, Optional<Response>> refusal = request -> Optional.empty();

    /** What a client sent. */
    record Request(String method, String path, String body) {}

    /** What it gets. */
    record Response(int status, String body) {}

    /** What a client sent and the simulator responded. */
    record Exchange(String method, String path, int status, String body) {
        Exchange withResponse(int newStatus, String newBody) {
            return new Exchange(method, path, newStatus, newBody);
        }
    }

    Proxy(VendorSimulator vendor) throws IOException {
        this.vendor = vendor;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                try {
                    return forward(request);
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        });
        server.start();
    }

    /** The configuration of the simulator, by way of this proxy. */
    Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>(vendor.config());
        String url = server.url("/").toString();
        config.put("deals.base-url", url.substring(0, url.length() - 1));
        return config;
    }

    void change(Function<Exchange, Exchange> change) {
        changes.add(change);
    }

    /** Responds to some requests in place of the simulator, which never sees them. */
    void refuse(Function<Request, Optional<Response>> some) {
        refusal = some;
    }

    void changeNothing() {
        changes.clear();
    }

    private MockResponse forward(RecordedRequest request) throws IOException, InterruptedException {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        Optional<Response> refused = refusal.apply(new Request(request.getMethod(), request.getTarget(), body));
        if (refused.isPresent()) {
            return new MockResponse.Builder()
                    .code(refused.get().status())
                    .addHeader("Content-Type", "application/json")
                    .body(refused.get().body())
                    .build();
        }
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create(vendor.url() + request.getTarget()))
                .method(
                        request.getMethod(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        Headers headers = request.getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            if (!OF_THE_CONNECTION.contains(headers.name(i).toLowerCase(java.util.Locale.ROOT))) {
                onward.header(headers.name(i), headers.value(i));
            }
        }
        HttpResponse<byte[]> response = client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
        Exchange exchange = new Exchange(
                request.getMethod(),
                request.getTarget(),
                response.statusCode(),
                ByteString.of(response.body()).utf8());
        for (Function<Exchange, Exchange> change : changes) {
            exchange = change.apply(exchange);
        }
        MockResponse.Builder back =
                new MockResponse.Builder().code(exchange.status()).body(exchange.body());
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name) && !name.startsWith(":")) {
                values.forEach(value -> back.addHeader(name, value));
            }
        });
        return back.build();
    }

    @Override
    public void close() {
        server.close();
    }
}
