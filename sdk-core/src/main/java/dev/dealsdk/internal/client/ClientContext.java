package dev.dealsdk.internal.client;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.RateLimit;
import dev.dealsdk.Stage;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.ApiCalls;
import dev.dealsdk.internal.call.CallRunner;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.stages.ConfiguredStages;
import dev.dealsdk.internal.stages.StageAliases;
import dev.dealsdk.internal.stages.StageDirectory;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What all views of one client share. Thread-safe. */
final class ClientContext implements AutoCloseable {
    private static final Duration LONGEST_WAIT_AT_CONNECT = Duration.ofSeconds(2);

    private final Capabilities capabilities;
    private final ProviderClient client;
    private final TransportFactory transports;
    private final CallRunner runner;
    private final boolean prefetchesPages;
    private final int localSortLimit;
    private final UsageLog usage;
    private final RequestChecks checks;
    private final StageDirectory stages;
    private final StageAliases stageAliases;
    private final FieldAliases fields;
    private final References references;
    private final AtomicBoolean closed = new AtomicBoolean();

    ClientContext(DealsConfig config, Bridge bridge, ProviderClient client, TransportFactory transports) {
        this.capabilities = bridge.capabilities();
        this.client = client;
        this.transports = transports;
        // Here and not in each call: the configuration reads its texts anew each time it is asked.
        this.prefetchesPages = config.prefetchPages();
        this.localSortLimit = config.localSortLimit();
        this.usage = UsageLog.of(config);
        this.checks = new RequestChecks(capabilities, usage);
        this.stages =
                new StageDirectory(config.stages(), bridge.vendor(), new ConfiguredStages(config, bridge.vendor()));
        this.runner =
                transports.runner(capabilities.provider(), (stage, call) -> stages.configured(stage, client, call));
        this.stageAliases = new StageAliases(config.stages(), stages::known);
        this.fields = new FieldAliases(config.fields());
        probe(capabilities, client).ifPresent(transports::probeWith);
        this.references = new References(config.referenceField(), fields, capabilities);
        transports.connected(capabilities.provider());
    }

    Capabilities capabilities() {
        return capabilities;
    }

    ProviderClient client() {
        return client;
    }

    UsageLog usage() {
        return usage;
    }

    CallRunner runner() {
        return runner;
    }

    RequestChecks checks() {
        return checks;
    }

    StageDirectory stages() {
        return stages;
    }

    StageAliases stageAliases() {
        return stageAliases;
    }

    FieldAliases fields() {
        return fields;
    }

    References references() {
        return references;
    }

    CallThreads threads() {
        return transports.threads();
    }

    /**
     * The account's stages, while connecting: one attempt of two seconds, so that no start waits for a vendor that is down.
     * It is not counted as used by the program.
     */
    List<Stage> readStages() {
        CallOptions once = CallOptions.builder()
                .maxAttempts(1)
                .callTimeout(LONGEST_WAIT_AT_CONNECT)
                .build();
        return runner.run(Operation.LIST_STAGES, Optional.empty(), once, client::stages);
    }

    /** The cheapest read there is, to see whether a failing vendor works again. */
    private static Optional<Consumer<ActiveCall>> probe(Capabilities capabilities, ProviderClient client) {
        if (capabilities.supports(Operation.LIST)) {
            DealQuery one = DealQuery.builder()
                    .pageSize(capabilities.maxPageSize().map(max -> 1))
                    .build();
            return Optional.of(call -> client.list(call, one));
        }
        return capabilities.supports(Operation.LIST_STAGES) ? Optional.of(client::stages) : Optional.empty();
    }

    boolean prefetchesPages() {
        return prefetchesPages;
    }

    int localSortLimit() {
        return localSortLimit;
    }

    /** What the vendor has said of the account's rate limit. */
    RateLimit quota() {
        return transports.rateLimit();
    }

    /** The scope of calls of the vendor's own API. */
    CallScope apiCalls(CallOptions options) {
        return new ApiCalls(capabilities.provider(), options);
    }

    /**
     * Refuses to go on when the client is closed.
     *
     * @throws IllegalStateException if it is
     */
    void requireOpen() {
        transports.requireOpen();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transports.close();
            usage.close();
        }
    }
}
