package dev.dealsdk.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
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
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** Stands between a client and a simulator, so that a test can change what one of them sees. */
final class Proxy implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding");

    private final VendorSimulator vendor;
    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient client = new OkHttpClient();
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
            public MockResponse dispatch(RecordedRequest request) {
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

    private MockResponse forward(RecordedRequest request) throws IOException {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        Optional<Response> refused = refusal.apply(new Request(request.getMethod(), request.getTarget(), body));
        if (refused.isPresent()) {
            return new MockResponse.Builder()
                    .code(refused.get().status())
                    .addHeader("Content-Type", "application/json")
                    .body(refused.get().body())
                    .build();
        }
        okhttp3.Request.Builder onward = new okhttp3.Request.Builder().url(vendor.url() + request.getTarget());
        Headers headers = request.getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            if (!OF_THE_CONNECTION.contains(headers.name(i).toLowerCase(Locale.ROOT))) {
                onward.addHeader(headers.name(i), headers.value(i));
            }
        }
        String type = headers.get("Content-Type");
        onward.method(
                request.getMethod(),
                request.getMethod().equals("GET")
                        ? null
                        : RequestBody.create(body.getBytes(UTF_8), type == null ? null : MediaType.get(type)));
        Exchange exchange;
        Headers back;
        try (okhttp3.Response response = client.newCall(onward.build()).execute()) {
            back = response.headers();
            exchange = new Exchange(
                    request.getMethod(),
                    request.getTarget(),
                    response.code(),
                    response.body().string());
        }
        for (Function<Exchange, Exchange> change : changes) {
            exchange = change.apply(exchange);
        }
        MockResponse.Builder forwarded =
                new MockResponse.Builder().code(exchange.status()).body(exchange.body());
        for (int i = 0; i < back.size(); i++) {
            if (!OF_THE_CONNECTION.contains(back.name(i).toLowerCase(Locale.ROOT))) {
                forwarded.addHeader(back.name(i), back.value(i));
            }
        }
        return forwarded.build();
    }

    @Override
    public void close() {
        server.close();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
