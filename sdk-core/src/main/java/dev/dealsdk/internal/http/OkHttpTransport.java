package dev.dealsdk.internal.http;

import dev.dealsdk.CallOptions;
import dev.dealsdk.CallStart;
import dev.dealsdk.VendorCall;
import dev.dealsdk.internal.observe.CallMonitor;
import dev.dealsdk.internal.observe.CallMonitors;
import dev.dealsdk.internal.observe.MonitoredCall;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.Repeat;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view of an {@link HttpEngine}: for one call, or for calls that each begin when they are made. */
final class OkHttpTransport implements HttpTransport {
    private final HttpEngine engine;
    private final CallMonitors monitors;
    private final Function<CallOptions, CallScope> newScope;
    private final CallOptions options;
    private final Optional<CallScope> scope;

    private OkHttpTransport(
            HttpEngine engine,
            CallMonitors monitors,
            Function<CallOptions, CallScope> newScope,
            CallOptions options,
            Optional<CallScope> scope) {
        this.engine = engine;
        this.monitors = monitors;
        this.newScope = newScope;
        this.options = options;
        this.scope = scope;
    }

    /**
     * A transport for calls of the vendor's own API.
     *
     * @param newScope begins a call
     */
    OkHttpTransport(HttpEngine engine, CallMonitors monitors, Function<CallOptions, CallScope> newScope) {
        this(engine, monitors, newScope, CallOptions.builder().build(), Optional.empty());
    }

    @Override
    public HttpTransport during(CallScope call) {
        return new OkHttpTransport(engine, monitors, newScope, call.options(), Optional.of(call));
    }

    @Override
    public HttpTransport with(CallOptions other) {
        return new OkHttpTransport(engine, monitors, newScope, other, Optional.empty());
    }

    @Override
    public CallScope scope() {
        return scope.isPresent() ? scope.get() : newScope.apply(options);
    }

    @Override
    public <T> Call<T> send(VendorRequest request, JsonDecoder<T> decoder) {
        return call(request, Results.ofAnswer(decoder, null));
    }

    @Override
    public <T> Call<T> sendTransition(VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack) {
        VendorRequest transition = request.repeat(Repeat.AFTER_READ_BACK);
        return call(transition, Results.ofAnswer(decoder, readBack));
    }

    @Override
    public Call<@Nullable Void> send(VendorRequest request) {
        return call(request, new Results<>(json -> Boolean.TRUE, () -> Boolean.TRUE, null))
                .map(done -> null);
    }

    @Override
    public Call<Optional<Object>> sendRaw(VendorRequest request) {
        return call(request, new Results<>(JsonReader::document, Optional::empty, null));
    }

    private <T> Call<T> call(VendorRequest request, Results<T> results) {
        CallScope call = scope();
        if (call.operation().isPresent()) {
            return engine.underWay().counted(new HttpCall<>(engine, request, call, results));
        }
        return engine.underWay()
                .counted(new MonitoredCall<>(
                        () -> begin(call),
                        monitor -> new HttpCall<>(
                                engine, request, monitor.isHeard() ? call.observedBy(monitor) : call, results)));
    }

    /** A request of the vendor's own API is a call by itself. */
    private CallMonitor begin(CallScope scope) {
        VendorCall call = scope.call().build();
        return monitors.begin(new CallStart(call.provider().orElse(""), call.operation(), call.dealId()));
    }
}
