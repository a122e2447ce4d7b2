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
record ClientContext(
        Capabilities capabilities,
        ProviderClient client,
        TransportFactory transports,
        CallRunner runner,
        CallThreads threads,
        boolean prefetchesPages,
        int localSortLimit,
        UsageLog usage,
        Shadow shadow,
        RequestChecks checks,
        StageDirectory stages,
        StageAliases stageAliases,
        FieldAliases fields,
        References references,
        AtomicBoolean closed)
        implements AutoCloseable {
    private static final Duration LONGEST_WAIT_AT_CONNECT = Duration.ofSeconds(2);

    static ClientContext of(
            DealsConfig config, Bridge bridge, ProviderClient client, TransportFactory transports, Shadow shadow) {
        Capabilities capabilities = bridge.capabilities();
        UsageLog usage = UsageLog.of(config);
        FieldAliases fields = new FieldAliases(config.fields());
        StageDirectory stages =
                new StageDirectory(config.stages(), bridge.vendor(), new ConfiguredStages(config, bridge.vendor()));
        probe(capabilities, client).ifPresent(transports::probeWith);
        ClientContext context = new ClientContext(
                capabilities,
                client,
                transports,
                transports.runner(capabilities.provider(), (stage, call) -> stages.configured(stage, client, call)),
                transports.threads(),
                // Here and not in each call: the configuration reads its texts anew each time it is asked.
                config.prefetchPages(),
                config.localSortLimit(),
                usage,
                shadow,
                new RequestChecks(capabilities, usage),
                stages,
                new StageAliases(config.stages(), stages::known),
                fields,
                new References(config.referenceField(), fields, capabilities),
                new AtomicBoolean());
        transports.connected(capabilities.provider());
        return context;
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
            shadow.close();
            transports.close();
            usage.close();
        }
    }
}
