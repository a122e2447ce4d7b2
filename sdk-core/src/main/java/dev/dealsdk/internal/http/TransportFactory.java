package dev.dealsdk.internal.http;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.RateLimit;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import dev.dealsdk.event.ClientLoad;
import dev.dealsdk.internal.account.Account;
import dev.dealsdk.internal.account.PerAccount;
import dev.dealsdk.internal.auth.ClientCredentials;
import dev.dealsdk.internal.auth.Credentials;
import dev.dealsdk.internal.auth.FileCredentials;
import dev.dealsdk.internal.auth.FixedToken;
import dev.dealsdk.internal.auth.TokenFile;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.internal.call.CallRunner;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.ClientName;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.internal.circuit.Circuit;
import dev.dealsdk.internal.connection.AccountConnections;
import dev.dealsdk.internal.connection.ConnectionCheck;
import dev.dealsdk.internal.connection.ObservedSockets;
import dev.dealsdk.internal.quota.Quota;
import dev.dealsdk.internal.value.CircuitRule;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.VendorProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.Authenticator;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the transports of one client together, and takes them apart again: the only place that knows all of their parts. */
public final class TransportFactory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.close");

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final DealsConfig config;
    private final Optional<TokenFile> tokenFile;
    private final SendGuard guard;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final InFlightCalls inFlight;
    private final List<Quota> quotas = new CopyOnWriteArrayList<>();
    private final Shared shared;
    private final Map<Account, Http> perAccount = new ConcurrentHashMap<>();
    private final List<JoinedCircuit> joined = new CopyOnWriteArrayList<>();
    private final CallThreads threads;
    private final RetryBudget budget;
    private final CallMonitors monitors;
    private volatile @Nullable Consumer<ActiveCall> probe;

    private record JoinedCircuit(Circuit circuit, Circuit.Member member) {}

    private record Http(OkHttpClient client, AccountConnections connections) {}

    /** What the clients of an account share, by accounts. */
    record Shared(PerAccount<Circuit> circuits, PerAccount<AccountConnections> connections) {
        static final Shared OF_THE_PROCESS = new Shared(Circuit.OF_THE_PROCESS, AccountConnections.OF_THE_PROCESS);
    }

    public TransportFactory(DealsConfig config) {
        this(config, TokenFile.of(config));
    }

    /** @param tokenFile that of the configuration, which may have been read */
    public TransportFactory(DealsConfig config, Optional<TokenFile> tokenFile) {
        this(config, tokenFile, new InFlightCalls());
    }

    private TransportFactory(DealsConfig config, Optional<TokenFile> tokenFile, InFlightCalls inFlight) {
        this(
                config,
                tokenFile,
                Clock.systemUTC(),
                inFlight::pause,
                // Not the generator itself: it belongs to the thread that asks for it.
                () -> ThreadLocalRandom.current().nextLong(),
                System::nanoTime,
                inFlight,
                Shared.OF_THE_PROCESS);
    }

    /** @param shared by the factories that are made with them */
    TransportFactory(
            DealsConfig config,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            LongSupplier nanoTime,
            Shared shared) {
        this(config, TokenFile.of(config), clock, sleeper, random, nanoTime, new InFlightCalls(), shared);
    }

    private TransportFactory(
            DealsConfig config,
            Optional<TokenFile> tokenFile,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            LongSupplier nanoTime,
            InFlightCalls inFlight,
            Shared shared) {
        this.config = config;
        this.tokenFile = tokenFile;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.nanoTime = nanoTime;
        this.inFlight = inFlight;
        this.shared = shared;
        this.threads = new CallThreads(config.connectionName());
        this.guard = new SendGuard(new ConnectionCheck(nanoTime));
        this.budget = new RetryBudget(nanoTime);
        this.monitors = new CallMonitors(config.listeners());
    }

    /**
     * Refuses to begin a call when this is closed.
     *
     * @throws IllegalStateException if it is
     */
    public void requireOpen() {
        inFlight.requireOpen();
    }

    /**
     * Begins and ends the calls of a client.
     *
     * @param provider the id of its provider
     * @param stageIds finds the id of a stage that the configuration names
     */
    public CallRunner runner(String provider, BiFunction<String, ActiveCall, String> stageIds) {
        return new CallRunner(name(provider), config.callTimeout(), inFlight, monitors, stageIds, nanoTime);
    }

    private ClientName name(String provider) {
        return new ClientName(provider, config.connectionName());
    }

    /** Makes the calls of the client that no thread waits for. */
    public CallThreads threads() {
        return threads;
    }

    /** Tells listeners that the client has connected. */
    public void connected(String provider) {
        ClientName name = name(provider);
        monitors.clientConnected(new Load(name.provider(), name.connection(), inFlight, budget));
    }

    private record Load(String provider, Optional<String> connection, InFlightCalls inFlight, RetryBudget budget)
            implements ClientLoad {
        @Override
        public int callsInFlight() {
            return inFlight.count();
        }

        @Override
        public int retryBudget() {
            return budget.left();
        }

        @Override
        public boolean isOpen() {
            return inFlight.isOpen();
        }
    }

    /**
     * Sets the read that is made for a write when it is time to see whether a failing vendor works again. Without one, as where
     * a provider offers no read at all, the write goes itself.
     *
     * @param read within the call of that write; may fail
     */
    public void probeWith(Consumer<ActiveCall> read) {
        probe = read;
    }

    /**
     * A transport to one vendor.
     *
     * @throws ConfigurationException if there are no credentials
     */
    public HttpTransport create(VendorProfile vendor) {
        HttpUrl baseUrl =
                config.baseUrl().map(url -> HttpUrl.get(url.toString())).orElseGet(() -> HttpUrl.get(vendor.baseUrl()));
        Account account = Account.of(config, baseUrl);
        Http http = http(account, name(vendor.provider()));
        HttpExchange exchange = new HttpExchange(
                http.client(),
                guard,
                baseUrl,
                new ResponseReader(vendor.errors(), config.maxResponseBytes(), clock),
                http.connections().lookups(),
                inFlight,
                threads);
        return new OkHttpTransport(
                exchange,
                credentials(vendor, http),
                policy(quota(vendor, account), circuit(vendor, account), budget),
                inFlight,
                runner(vendor.provider(), (stage, call) -> stage));
    }

    private Quota quota(VendorProfile vendor, Account account) {
        Quota quota = Quota.of(config, vendor, account);
        quotas.add(quota);
        return quota;
    }

    private Circuit circuit(VendorProfile vendor, Account account) {
        Optional<CircuitRule> rule = CircuitRule.parse(config.circuit());
        if (rule.isEmpty()) {
            return Circuit.off();
        }
        String name = vendor.provider() + " at " + account.host();
        Circuit circuit = shared.circuits().acquire(account, rule.get(), () -> new Circuit(name, rule.get(), nanoTime));
        Circuit.Member member = new Circuit.Member(vendor.provider(), config.connectionName(), this::changed);
        joined.add(new JoinedCircuit(circuit, member));
        circuit.join(member);
        return circuit;
    }

    private void changed(CircuitChange change) {
        if (change.state() == CircuitState.OPEN) {
            inFlight.wake();
        }
        monitors.circuitChanged(change);
    }

    /** What the vendor said last of the account's rate limit. */
    public RateLimit rateLimit() {
        return quotas.stream()
                .map(Quota::said)
                .filter(said -> !said.equals(RateLimit.UNKNOWN))
                .findFirst()
                .orElse(RateLimit.UNKNOWN);
    }

    private RetryPolicy policy(Quota quota, Circuit circuit, RetryBudget repeats) {
        Duration attemptTimeout = config.attemptTimeout();
        Duration callTimeout = config.callTimeout();
        return new RetryPolicy(
                config.maxAttempts(),
                attemptTimeout,
                attemptTimeout.compareTo(callTimeout) < 0 ? attemptTimeout : callTimeout,
                config.maxRetryDelay(),
                config.settleTime(),
                new Backoff(config.maxRetryDelay(), random),
                repeats,
                quota,
                circuit,
                () -> Optional.ofNullable(probe),
                clock,
                nanoTime,
                sleeper);
    }

    private Credentials credentials(VendorProfile vendor, Http http) {
        if (config.token().isPresent()) {
            return FixedToken.bearer(config.token().get());
        }
        if (tokenFile.isPresent()) {
            return new FileCredentials(tokenFile.get(), inFlight, threads, nanoTime);
        }
        if (config.oauthClientId().isEmpty() || config.oauthClientSecret().isEmpty()) {
            throw new ConfigurationException(config.missing());
        }
        OAuthProfile oauth = vendor.oauth()
                .orElseThrow(() -> new ConfigurationException(List.of("deals.oauth.client-id: " + vendor.provider()
                        + " documents no client credentials; write deals.token or deals.token-file instead")));
        HttpUrl url = HttpUrl.get(config.oauthTokenUrl().map(Object::toString).orElse(oauth.tokenUrl()));
        TokenEndpoint endpoint = new TokenEndpoint(
                url.host(),
                new HttpExchange(
                        http.client(),
                        guard,
                        url,
                        new ResponseReader(TokenEndpoint::error, TokenEndpoint.MAX_RESPONSE_BYTES, clock),
                        http.connections().lookups(),
                        inFlight,
                        threads),
                // Tokens that the vendor refuses one after the other must not pay for their own renewal.
                policy(Quota.unlimited(), Circuit.off(), new RetryBudget(nanoTime)),
                inFlight,
                config.callTimeout(),
                new TokenEndpoint.Client(
                        config.oauthClientId().get(),
                        config.oauthClientSecret().get(),
                        config.oauthAudience().or(oauth::audience),
                        config.oauthScope().or(oauth::scope)));
        return new ClientCredentials(endpoint, inFlight, threads, nanoTime);
    }

    /** The HTTP client of this client at an account, made when its first transport there is. */
    private Http http(Account account, ClientName client) {
        return perAccount.computeIfAbsent(account, absent -> {
            AccountConnections connections =
                    shared.connections().acquire(account, "", () -> new AccountConnections(account));
            connections.join(client);
            return new Http(httpClient(connections), connections);
        });
    }

    /**
     * The caller's client, whose connection pool is shared, or one on the connections of the account. Either way it neither
     * retries nor redirects by itself, answers no challenge and keeps no responses: all that is decided above it, where the
     * rules for writes are known.
     */
    private OkHttpClient httpClient(AccountConnections connections) {
        return config.httpClient()
                // Its lookups stay its own.
                .map(ObservedSockets::of)
                .orElseGet(() -> connections.http().newBuilder())
                .addNetworkInterceptor(guard)
                // Our own, which knows the calls of this client alone: closing cancels them.
                .dispatcher(new Dispatcher())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cache(null)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    /**
     * Lets calls in flight come to their end, but not for longer than {@link #GRACE}; then closes the connections, unless
     * another client of the account is open, or they belong to the caller's own HTTP client.
     */
    @Override
    public void close() {
        boolean over = inFlight.close(GRACE);
        LOG.debug(
                "{} closed: {}",
                config.connectionName()
                        .map(name -> "the client of connection " + name)
                        .orElse("the client"),
                over ? "all calls were over" : "calls in flight are ended");
        quotas.forEach(Quota::close);
        quotas.clear();
        for (JoinedCircuit each : joined) {
            each.circuit().leave(each.member());
            shared.circuits().release(each.circuit());
        }
        joined.clear();
        perAccount.values().forEach(each -> {
            each.client().dispatcher().cancelAll();
            each.connections().leave();
            if (shared.connections().release(each.connections())) {
                each.connections().closeIdle();
            }
        });
        perAccount.clear();
    }
}
