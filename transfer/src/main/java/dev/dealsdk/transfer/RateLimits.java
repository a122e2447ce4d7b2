package dev.dealsdk.transfer;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rate limit of an account. */
final class RateLimits {
    private RateLimits() {}

    /** As configured, else as the vendor documents it, such as {@code 60/1m}; empty for none. */
    static Optional<String> of(DealsConfig config) {
        return config.rateLimit()
                .or(() -> profile(config).flatMap(VendorProfile::rateLimit))
                .filter(limit -> !limit.equals("off"));
    }

    /** Empty if there is no such provider, which connecting reports. */
    private static Optional<VendorProfile> profile(DealsConfig config) {
        for (DealsProvider provider : ServiceLoader.load(DealsProvider.class, DealsProvider.class.getClassLoader())) {
            if (config.provider().filter(provider.id()::equals).isPresent()) {
                try {
                    Object unused = provider.connect(new Asking(config));
                } catch (Answer answer) {
                    return Optional.of(answer.profile);
                }
            }
        }
        return Optional.empty();
    }

    /** A provider names its vendor's profile when it asks for a transport; more is not wanted of it. */
    private record Asking(DealsConfig config) implements ProviderContext {
        @Override
        public HttpTransport transport(VendorProfile vendor) {
            throw new Answer(vendor);
        }
    }

    private static final class Answer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient VendorProfile profile;

        private Answer(VendorProfile profile) {
            super(null, null, false, false);
            this.profile = profile;
        }
    }
}
