package dev.dealsdk.transfer;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds out what a provider would refuse, with a transport that sends nothing. Fields that the configuration
 * keeps in other fields are not checked.
 */
final class DryRun {
    private final DealsConfig config;
    private final DealsProvider provider;
    private final ProviderClient client;
    private final Set<DealField> taken;
    private final AtomicReference<VendorProfile> profile = new AtomicReference<>();

    private DryRun(DealsConfig config, DealsProvider provider) {
        this.config = config;
        this.provider = provider;
        this.client = provider.connect(new ProviderContext() {
            @Override
            public DealsConfig config() {
                return config;
            }

            @Override
            public HttpTransport transport(VendorProfile vendor) {
                profile.set(vendor);
                return new NoTransport();
            }
        });
        this.taken = provider.capabilities(config).writableFields(Operation.CREATE);
    }

    /** The dry run of a configuration's provider; empty if it is not found, which connecting reports. */
    static Optional<DryRun> of(DealsConfig config) {
        for (DealsProvider provider : ServiceLoader.load(DealsProvider.class, DealsProvider.class.getClassLoader())) {
            if (config.provider().filter(provider.id()::equals).isPresent()) {
                return Optional.of(new DryRun(config, provider));
            }
        }
        return Optional.empty();
    }

    /** The rate limit as configured, or else as the vendor documents it; empty if there is none. */
    Optional<String> rateLimit() {
        return config.rateLimit()
                .or(() -> Optional.ofNullable(profile.get()).flatMap(VendorProfile::rateLimit))
                .filter(limit -> !limit.equals("off"));
    }

    /** Why a create would be refused; empty if no reason is known. */
    Optional<String> misfit(NewDeal deal) {
        NewDeal natural = Fields.some(deal, this::isTaken).stage(deal.stage()).build();
        try {
            Object unused = client.create(new DryCall(), natural);
            return Optional.empty();
        } catch (InvalidRequestException | UnsupportedByProviderException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (NothingIsSent fits) {
            return Optional.empty();
        }
    }

    private boolean isTaken(String name) {
        if (name.startsWith(Fields.EXTRA)) {
            return true;
        }
        return name.startsWith(Fields.CUSTOM)
                ? taken.contains(DealField.CUSTOM_FIELDS)
                : Fields.field(name).filter(taken::contains).isPresent();
    }

    /** Thrown where the request would have been sent. */
    private static final class NothingIsSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingIsSent() {
            super("nothing is sent in a plan", null, false, false);
        }
    }

    private static final class NoTransport implements HttpTransport {
        @Override
        public <T> T send(CallScope call, VendorRequest request, JsonDecoder<T> decoder) {
            throw new NothingIsSent();
        }

        @Override
        public void send(CallScope call, VendorRequest request) {
            throw new NothingIsSent();
        }

        @Override
        public <T> T sendTransition(
                CallScope call, VendorRequest request, JsonDecoder<T> decoder, ReadBack<T> readBack) {
            throw new NothingIsSent();
        }

        @Override
        public Optional<Object> sendRaw(CallScope call, VendorRequest request) {
            throw new NothingIsSent();
        }
    }

    private final class DryCall implements CallScope {
        @Override
        public Optional<Operation> operation() {
            return Optional.of(Operation.CREATE);
        }

        @Override
        public CallOptions options() {
            return CallOptions.builder().build();
        }

        @Override
        public String idempotencyKey() {
            return "none";
        }

        @Override
        public String stageId(String aliasOrIdOrName) {
            throw new NothingIsSent();
        }

        @Override
        public VendorCall.Builder call() {
            return VendorCall.builder()
                    .provider(provider.id())
                    .operation(Operation.CREATE)
                    .attempts(0)
                    .outcome(Outcome.NOT_SENT);
        }
    }
}
