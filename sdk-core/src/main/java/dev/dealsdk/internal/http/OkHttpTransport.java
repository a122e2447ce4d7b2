package dev.dealsdk.internal.http;

import dev.dealsdk.internal.auth.Credentials;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallRunner;
import dev.dealsdk.internal.call.InFlightCalls;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.Envelope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.RetrySafety;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends each request through a {@link RetryLoop} of its own: within the call that it belongs to, or as a call by itself. */
final class OkHttpTransport implements HttpTransport {
    private final HttpExchange exchange;
    private final Credentials credentials;
    private final RetryPolicy policy;
    private final InFlightCalls inFlight;
    private final CallRunner runner;

    /** @param runner begins the calls of the vendor's own API */
    OkHttpTransport(
            HttpExchange exchange,
            Credentials credentials,
            RetryPolicy policy,
            InFlightCalls inFlight,
            CallRunner runner) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.policy = policy;
        this.inFlight = inFlight;
        this.runner = runner;
    }

    @Override
    public <T> T send(CallScope call, VendorRequest request, JsonDecoder<T> decoder) {
        return call instanceof ActiveCall active
                ? loop(active, request, decoder, null, null).run()
                : alone(call, request, active -> loop(active, request, decoder, null, null));
    }

    @Override
    public void send(CallScope call, VendorRequest request) {
        JsonDecoder<Boolean> nothing = json -> {
            Envelope.ignore(json);
            return Boolean.TRUE;
        };
        Boolean unused = call instanceof ActiveCall active
                ? loop(active, request, nothing, null, Boolean.TRUE).run()
                : alone(call, request, active -> loop(active, request, nothing, null, Boolean.TRUE));
    }

    @Override
    public <T> T sendTransition(CallScope call, VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack) {
        VendorRequest transition = request.retry(RetrySafety.VERIFY_FIRST);
        return call instanceof ActiveCall active
                ? loop(active, transition, decoder, readBack, null).run()
                : alone(call, transition, active -> loop(active, transition, decoder, readBack, null));
    }

    @Override
    public Optional<Object> sendRaw(CallScope call, VendorRequest request) {
        return alone(call, request, active -> loop(active, request, JsonReader::document, null, null));
    }

    /** In the scope of the vendor's own API, each request is a call by itself. */
    private <T> T alone(CallScope api, VendorRequest request, Function<ActiveCall, RetryLoop<T>> loop) {
        return runner.run(
                null,
                request.dealId(),
                api.options(),
                active -> loop.apply(active).run());
    }

    private <T> RetryLoop<T> loop(
            ActiveCall call,
            VendorRequest request,
            JsonDecoder<T> decoder,
            @Nullable ReadBack<T> readBack,
            @Nullable T whenGone) {
        return new RetryLoop<>(exchange, credentials, policy, inFlight, call, request, decoder, readBack, whenGone);
    }
}
