package dev.dealsdk.internal.http;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.FieldError;
import dev.dealsdk.Operation;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.internal.account.PerAccount;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.ApiCalls;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ErrorResponse;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A transport to a server of the test: waits are noted and not slept, clock and time stand still unless they are moved. */
public final class Wire implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-15T10:30:00Z");
    public static final String TOKEN = "s3cr3t/t0ken";
    public static final CallOptions NO_OPTIONS = CallOptions.builder().build();

    /** Of a request that is a call by itself. */
    public static final CallScope API = api(NO_OPTIONS);

    public final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    public final AtomicLong nanos = new AtomicLong(1_000);
    public Runnable beforeSleep = () -> {};
    private final Map<String, String> settings = new HashMap<>(Map.of("deals.provider", "fake"));
    private final List<CallListener> listeners = new ArrayList<>();
    private @Nullable OkHttpClient client;
    private @Nullable TransportFactory factory;
    private TransportFactory.Shared shared =
            new TransportFactory.Shared(new PerAccount<>(circuit -> false), PerAccount.ofOpenClients());

    public Wire(MockWebServer server) {
        this(server.url("/").toString());
    }

    public Wire(String url) {
        set("deals.token", TOKEN).set("deals.base-url", url);
    }

    public Wire set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Wire withoutToken() {
        settings.remove("deals.token");
        return this;
    }

    public Wire client(OkHttpClient own) {
        client = own;
        return this;
    }

    /** Shares what clients in one process share. */
    public Wire sharing(Wire other) {
        shared = other.shared;
        return this;
    }

    public Wire listener(CallListener told) {
        listeners.add(told);
        return this;
    }

    /** The read that is made for a write when a failing vendor is to be tried again; after {@link #open}. */
    public void probeWith(Consumer<ActiveCall> read) {
        Objects.requireNonNull(factory).probeWith(read);
    }

    /** A transport, which {@link #close} closes. */
    public HttpTransport open() {
        DealsConfig.Builder config = DealsConfig.builder();
        settings.forEach(config::set);
        listeners.forEach(config::addListener);
        if (client != null) {
            config.httpClient(client);
        }
        factory = new TransportFactory(
                config.build(), Clock.fixed(NOW, ZoneOffset.UTC), this::sleep, () -> 0, nanos::get, shared);
        return factory.create(VendorProfile.builder()
                .provider("fake")
                .baseUrl("https://api.fake.example")
                .errors(Wire::decode)
                .oauth(OAuthProfile.builder()
                        .tokenUrl("https://id.fake.example/token")
                        .audience("https://api.fake.example")
                        .build())
                .build());
    }

    public static CallScope api(CallOptions options) {
        return new ApiCalls("fake", options);
    }

    /** A call about the deal {@code d1} that begins now and has thirty seconds. */
    public ActiveCall call(Operation operation) {
        return call(operation, NO_OPTIONS, Duration.ofSeconds(30));
    }

    public ActiveCall call(Operation operation, CallOptions options, Duration timeout) {
        return new ActiveCall(
                Optional.of("fake"),
                Optional.of(operation),
                Optional.of("d1"),
                options,
                (stage, call) -> stage,
                CallMonitors.UNHEARD,
                nanos.get() + timeout.toNanos());
    }

    /** As a thread sleeps: not at all once it has been interrupted. */
    private void sleep(Duration wait) throws InterruptedException {
        beforeSleep.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(wait);
    }

    private static VendorError decode(ErrorResponse response) {
        VendorError.Builder error = VendorError.builder();
        if (response.json().orElse(null) instanceof Map<?, ?> body && body.containsKey("code")) {
            error.documented(true);
        }
        if (response.json().orElse(null) instanceof Map<?, ?> body) {
            text(body, "code").ifPresent(error::code);
            text(body, "message").ifPresent(error::message);
            text(body, "request").ifPresent(error::requestId);
            text(body, "field").ifPresent(field -> error.addFieldErrors(new FieldError(field, "is refused: " + field)));
        }
        return error.build();
    }

    private static Optional<String> text(Map<?, ?> body, String name) {
        return body.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public static MockResponse status(int code) {
        return json(code, "{\"code\":\"c" + code + "\"}").build();
    }

    public static MockResponse.Builder json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    public static MockResponse ok() {
        return json(200, "{\"id\":\"d1\"}").build();
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
