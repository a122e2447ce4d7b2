package dev.dealsdk.internal.http;

import dev.dealsdk.CallOptions;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.config.TokenFile;
import dev.dealsdk.internal.observe.CallMonitors;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.VendorProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Puts a transport together, and takes it apart again: the only place that knows all of its parts. */
public final class TransportFactory implements AutoCloseable {
    /** As many idle connections as calls that a busy program has under way; the library's 5 would make it reconnect. */
    private static final int IDLE_CONNECTIONS = 64;

    /**
     * How many exchanges that no thread waits for go on at a time, each on one thread while it lasts; further ones stand in a
     * queue. The library's own 5 to a host would make a slow vendor slower; a caller's client that allows more, has more.
     */
    private static final int MAX_EXCHANGES = 32;

    /** What clients can share without knowing of each other: reading the JDK's certificates takes longer than a call. */
    private static final OkHttpClient BASE = new OkHttpClient();

    private static final long IDLE_SECONDS = 5;
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final DealsConfig config;
    private final OkHttpClient http;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final BackgroundThreads threads = new BackgroundThreads();
    private final CallsUnderWay underWay;
    private final RetryBudget budget;
    private final CallMonitors monitors;

    public TransportFactory(DealsConfig config) {
        this(config, new CallsUnderWay());
    }

    private TransportFactory(DealsConfig config, CallsUnderWay underWay) {
        this(
                config,
                Clock.systemUTC(),
                underWay::pause,
                // Not the generator itself: it belongs to the thread that asks for it.
                () -> ThreadLocalRandom.current().nextLong(),
                System::nanoTime,
                underWay);
    }

    TransportFactory(DealsConfig config, Clock clock, Sleeper sleeper, RandomGenerator random, LongSupplier nanoTime) {
        this(config, clock, sleeper, random, nanoTime, new CallsUnderWay());
    }

    private TransportFactory(
            DealsConfig config,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            LongSupplier nanoTime,
            CallsUnderWay underWay) {
        this.config = config;
        this.http = httpClient(config, nanoTime);
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.nanoTime = nanoTime;
        this.underWay = underWay;
        this.budget = new RetryBudget(nanoTime);
        this.monitors = new CallMonitors(config.listeners());
    }

    /**
     * Refuses to begin a call when this is closed.
     *
     * @throws IllegalStateException if it is
     */
    public void requireOpen() {
        underWay.requireOpen();
    }

    /** What tells of the calls of this client. */
    public CallMonitors monitors() {
        return monitors;
    }

    /** The same call, for which closing waits. */
    public <T extends @Nullable Object> Call<T> counted(Call<T> call) {
        return underWay.counted(call);
    }

    /**
     * A transport to one vendor.
     *
     * @throws ConfigurationException if there are no credentials
     */
    public HttpTransport create(VendorProfile vendor) {
        HttpUrl baseUrl =
                config.baseUrl().map(url -> HttpUrl.get(url.toString())).orElseGet(() -> HttpUrl.get(vendor.baseUrl()));
        Exchange exchange = new Exchange(
                http, baseUrl, new AnswerReader(vendor.errors(), config.maxResponseBytes(), clock), underWay);
        HttpEngine engine = new HttpEngine(
                exchange,
                credentials(vendor),
                threads,
                underWay,
                new Pacing(
                        new RetryLimits(config.maxAttempts(), config.attemptTimeout(), config.maxRetryDelay()),
                        new Backoff(config.maxRetryDelay(), random),
                        budget,
                        Quota.of(config, vendor, baseUrl),
                        clock,
                        nanoTime),
                sleeper);
        return new OkHttpTransport(engine, monitors, options -> newScope(vendor, options));
    }

    private CallScope newScope(VendorProfile vendor, CallOptions options) {
        requireOpen();
        Duration timeout = options.callTimeout().orElse(config.callTimeout());
        return new CallScope(
                vendor.provider(),
                Optional.empty(),
                Optional.empty(),
                options,
                nanoTime.getAsLong() + timeout.toNanos(),
                // A call of the vendor's own API speaks of stages in the vendor's ids alone.
                (stage, scope) -> Call.of(stage));
    }

    private Credentials credentials(VendorProfile vendor) {
        if (config.token().isPresent()) {
            return new FixedToken(config.token().get());
        }
        if (config.tokenFile().isPresent()) {
            return new FileToken(new TokenFile(config.tokenFile().get()), nanoTime);
        }
        if (config.oauthClientId().isEmpty() || config.oauthClientSecret().isEmpty()) {
            throw new ConfigurationException(config.missing());
        }
        OAuthProfile oauth = vendor.oauth()
                .orElseThrow(() -> new ConfigurationException(List.of("deals.oauth.client-id: " + vendor.provider()
                        + " documents no client credentials; write deals.token or deals.token-file instead")));
        return new OAuthToken(
                http,
                HttpUrl.get(config.oauthTokenUrl().map(Object::toString).orElse(oauth.tokenUrl())),
                new OAuthToken.ClientCredentials(
                        config.oauthClientId().get(),
                        config.oauthClientSecret().get(),
                        config.oauthAudience().or(oauth::audience),
                        config.oauthScope().or(oauth::scope)),
                nanoTime,
                underWay);
    }

    /**
     * The caller's client, whose connections are shared, or one of our own. Either way it neither repeats nor redirects by
     * itself, answers no challenge and keeps no answers: all that is decided above it, where the rules for writes are known.
     * Its calls wait and run on threads of our own, which are daemons and end with this client.
     */
    private static OkHttpClient httpClient(DealsConfig config, LongSupplier nanoTime) {
        OkHttpClient.Builder builder = config.httpClient()
                .map(OkHttpClient::newBuilder)
                .orElseGet(() -> BASE.newBuilder()
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                        // The attempt's own timeout bounds reading and writing.
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO));
        return builder.addNetworkInterceptor(new SentMarker(new ConnectionCheck(nanoTime)))
                .dispatcher(dispatcher(config.httpClient()))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cache(null)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    private static Dispatcher dispatcher(Optional<OkHttpClient> callers) {
        int most = Math.max(
                MAX_EXCHANGES,
                callers.map(client -> client.dispatcher().getMaxRequestsPerHost())
                        .orElse(0));
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                BackgroundThreads.daemons("deals-http")));
        dispatcher.setMaxRequests(most);
        dispatcher.setMaxRequestsPerHost(most);
        return dispatcher;
    }

    /**
     * Lets calls under way come to their end, but not for longer than {@link #GRACE}; then closes the connections, unless they
     * belong to the caller's own HTTP client.
     */
    @Override
    public void close() {
        underWay.close(GRACE);
        http.dispatcher().cancelAll();
        threads.close();
        http.dispatcher().executorService().shutdown();
        if (config.httpClient().isEmpty()) {
            http.connectionPool().evictAll();
        }
    }
}
