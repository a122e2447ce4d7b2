package dev.dealsdk.play2sell;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.Optional;

/**
 * The provider of Play2Sell SalesOS: {@code deals.provider=play2sell}, with a token or with OAuth client credentials.
 */
public final class Play2SellProvider implements DealsProvider {
    static final String ID = "play2sell";

    /** Documented on [docs: overview]. */
    private static final String BASE_URL = "https://api.play2sell.com";

    /** Documented on [docs: auth-jwt], as is the audience. */
    private static final String TOKEN_URL = "https://auth.play2sell.com/oauth/token";

    /**
     * The limit of the smallest plan, Starter; the others allow 500 and 2,000 requests per minute [docs: support
     * technical FAQ].
     */
    private static final String RATE_LIMIT = "100/1m";

    /** Called by {@link java.util.ServiceLoader}. */
    public Play2SellProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<String> baseUrl() {
        return Optional.of(BASE_URL);
    }

    @Override
    public String versionPath() {
        return Play2SellApi.VERSION;
    }

    /** All ids are UUIDs [docs: sales]. */
    @Override
    public boolean isStageId(String text) {
        return Play2SellApi.UUID.matches(text);
    }

    /** All ids are UUIDs [docs: sales]. */
    @Override
    public boolean isDealId(String text) {
        return Play2SellApi.UUID.matches(text);
    }

    /** All ids are UUIDs [docs: sales]. */
    @Override
    public boolean isOwnerId(String text) {
        return Play2SellApi.UUID.matches(text);
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        return Play2SellCapabilities.under(config.allowUnverified());
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        VendorProfile vendor = VendorProfile.builder()
                .provider(ID)
                .baseUrl(BASE_URL)
                .errors(Play2SellErrors::decode)
                .rateLimit(RATE_LIMIT)
                .oauth(OAuthProfile.builder()
                        .tokenUrl(TOKEN_URL)
                        .audience(BASE_URL)
                        .build())
                .build();
        return new Play2SellDealsClient(context.transport(vendor));
    }
}
