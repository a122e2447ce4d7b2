package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.CallStart;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.observe.CallMonitor;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What all views of one client share. Thread-safe. */
final class Connection implements AutoCloseable {
    private final Duration callTimeout;
    private final boolean prefetchesPages;
    private final Capabilities capabilities;
    private final ProviderClient client;
    private final TransportFactory transports;
    private final UsageLog usage;
    private final RequestChecks checks;
    private final StageDirectory stages;
    private final FieldAliases fields;
    private final References references;
    private final StageAliases stageAliases;
    private final AtomicBoolean closed = new AtomicBoolean();

    Connection(DealsConfig config, Capabilities capabilities, ProviderClient client, TransportFactory transports) {
        this(config, capabilities, client, transports, UsageLog.of(config));
    }

    Connection(
            DealsConfig config,
            Capabilities capabilities,
            ProviderClient client,
            TransportFactory transports,
            UsageLog usage) {
        this.usage = usage;
        // Here and not in each call: the configuration reads its texts anew each time it is asked.
        this.callTimeout = config.callTimeout();
        this.prefetchesPages = config.prefetchPages();
        this.capabilities = capabilities;
        this.client = client;
        this.transports = transports;
        this.checks = new RequestChecks(capabilities, usage);
        this.stages = new StageDirectory(config.stages(), capabilities, new ConfiguredStages(config, capabilities));
        this.stageAliases = new StageAliases(config.stages(), stages::known);
        this.fields = new FieldAliases(config.fields());
        this.references = new References(config.referenceField(), fields, capabilities);
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

    boolean prefetchesPages() {
        return prefetchesPages;
    }

    /** Begins to tell of a call. */
    CallMonitor monitor(Operation operation, Optional<String> dealId) {
        return transports.monitors().begin(new CallStart(capabilities.provider(), Optional.of(operation), dealId));
    }

    References references() {
        return references;
    }

    /**
     * Begins a call.
     *
     * @throws IllegalStateException if the client is closed
     */
    CallScope begin(Operation operation, Optional<String> dealId, CallOptions options, CallMonitor monitor) {
        requireOpen();
        Duration timeout = options.callTimeout().orElse(callTimeout);
        CallScope scope = new CallScope(
                capabilities.provider(),
                Optional.of(operation),
                dealId,
                options,
                System.nanoTime() + timeout.toNanos(),
                (stage, call) -> stages.configured(stage, client.during(call), call));
        return monitor.isHeard() ? scope.observedBy(monitor) : scope;
    }

    void requireOpen() {
        transports.requireOpen();
    }

    /** The same call, for which closing waits. */
    <T extends @Nullable Object> Call<T> counted(Call<T> call) {
        return transports.counted(call);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transports.close();
            usage.close();
        }
    }
}
