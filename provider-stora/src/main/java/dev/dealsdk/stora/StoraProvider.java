package dev.dealsdk.stora;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.Optional;

/** The provider of Stora: {@code deals.provider=stora}, with a token or with OAuth client credentials. */
public final class StoraProvider implements DealsProvider {
    static final String ID = "stora";

    /** Documented on every reference page. */
    private static final String BASE_URL = "https://public-api.stora.co";

    /** Without a version [docs: retrieve-an-access-token]. */
    private static final String TOKEN_URL = BASE_URL + "/oauth2/token";

    /**
     * The scopes of the neutral operations [guide: authorization]. Expanding a reference requires the scope of its
     * target.
     */
    private static final String SCOPE = "public.deal:read public.deal:write public.deal_stage:read";

    /** The default limit; plans and agreements vary it [guide: requests]. */
    private static final String RATE_LIMIT = "10/1s,60/1m";

    /** Called by {@link java.util.ServiceLoader}. */
    public StoraProvider() {}

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
        return StoraApi.VERSION;
    }

    /** Every sample has this prefix (inferred), and requests with another id are refused before they are sent. */
    @Override
    public boolean isStageId(String text) {
        return StoraIds.STAGE.matches(text);
    }

    /** Every sample has this prefix (inferred), and requests with another id are refused before they are sent. */
    @Override
    public boolean isDealId(String text) {
        return StoraIds.DEAL.matches(text);
    }

    /** Keys of metadata have a narrow form [guide: metadata]. */
    @Override
    public boolean isCustomFieldKey(String text) {
        return StoraMetadata.isKey(text);
    }

    /** Every sample has this prefix (inferred). */
    @Override
    public boolean isOwnerId(String text) {
        return StoraIds.STAFF.matches(text);
    }

    /** Metadata that an update does not list is left unchanged [guide: metadata]. */
    @Override
    public boolean mergesCustomFields() {
        return true;
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        return StoraCapabilities.under(config.allowUnverified());
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        VendorProfile vendor = VendorProfile.builder()
                .provider(ID)
                .baseUrl(BASE_URL)
                .errors(StoraErrors::decode)
                .rateLimit(RATE_LIMIT)
                .oauth(OAuthProfile.builder().tokenUrl(TOKEN_URL).scope(SCOPE).build())
                .build();
        return new StoraDealsClient(context.transport(vendor));
    }
}
