package dev.dealsdk.testkit.contract;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.ReadBack;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.util.Optional;
import java.util.ServiceLoader;

/** Looks behind the client: what a provider really implements, and whether it sends HTTP at all. */
final class ProviderProbe {
    private final DealsProvider provider;
    private final DealsConfig config;
    private final Class<? extends ProviderClient> client;
    private boolean overHttp;

    ProviderProbe(DealsConfig config) {
        this.config = config;
        String id = config.provider().orElseThrow(() -> new IllegalStateException("the account names no provider"));
        this.provider = ServiceLoader.load(DealsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no provider " + id + " on the class path"));
        this.client = provider.connect(new Context()).getClass();
    }

    Capabilities capabilities() {
        return provider.capabilities(config);
    }

    boolean sendsHttp() {
        return overHttp;
    }

    /** Whether the provider's client has a method of its own for it. */
    boolean implementsOperation(Operation operation) {
        try {
            return switch (operation) {
                case CREATE -> overrides("create", CallScope.class, NewDeal.class);
                case GET -> overrides("get", CallScope.class, String.class);
                case UPDATE -> overrides("update", CallScope.class, String.class, DealUpdate.class);
                case DELETE -> overrides("delete", CallScope.class, String.class);
                case MOVE -> overrides("move", CallScope.class, String.class, Move.class);
                case WIN -> overrides("win", CallScope.class, String.class, Win.class);
                case LOSE -> overrides("lose", CallScope.class, String.class, Loss.class);
                case REOPEN -> overrides("reopen", CallScope.class, String.class, Reopen.class);
                case LIST -> overrides("list", CallScope.class, DealQuery.class);
                case LIST_STAGES -> overrides("stages", CallScope.class);
            };
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean overrides(String method, Class<?>... parameters) throws NoSuchMethodException {
        return !client.getMethod(method, parameters).getDeclaringClass().equals(ProviderClient.class);
    }

    private final class Context implements ProviderContext {
        @Override
        public DealsConfig config() {
            return config;
        }

        @Override
        public HttpTransport transport(VendorProfile vendor) {
            overHttp = true;
            return new NoTransport();
        }
    }

    /** Connecting sends nothing, so this need not either. */
    private static final class NoTransport implements HttpTransport {
        @Override
        public <T> T send(CallScope call, VendorRequest request, JsonDecoder<T> decoder) {
            throw tooEarly(request);
        }

        @Override
        public void send(CallScope call, VendorRequest request) {
            throw tooEarly(request);
        }

        @Override
        public <T> T sendTransition(
                CallScope call, VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack) {
            throw tooEarly(request);
        }

        @Override
        public Optional<Object> sendRaw(CallScope call, VendorRequest request) {
            throw tooEarly(request);
        }

        private static IllegalStateException tooEarly(VendorRequest request) {
            return new IllegalStateException("connecting must send nothing, not even " + request.method());
        }
    }
}
