package dev.dealsdk.stardex;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.time.Clock;
import java.util.Optional;

/**
 * The provider of Stardex: {@code deals.provider=stardex}, with an API key, OAuth token or session token as {@code
 * deals.token}.
 */
public final class StardexProvider implements DealsProvider {
    static final String ID = "stardex";

    /** Documented on [docs: introduction-v1]. */
    private static final String BASE_URL = "https://api.stardex.ai";

    /** The limit of each API key, in a sliding window [docs: introduction-v1 new]. */
    private static final String RATE_LIMIT = "60/1m";

    /** Called by {@link java.util.ServiceLoader}. */
    public StardexProvider() {}

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
        return StardexApi.VERSION;
    }

    /** Requests accept UUIDs [docs: update-deal], of which only the grouping is reliable: see {@link StardexIds}. */
    @Override
    public boolean isStageId(String text) {
        return StardexIds.UUID.matches(text);
    }

    /** The key of a custom field is its attribute id, a UUID [docs: update-deal]. */
    @Override
    public boolean isCustomFieldKey(String text) {
        return StardexIds.UUID.matches(text);
    }

    /** The ids of owners are UUIDs [docs: create-deal]. */
    @Override
    public boolean isOwnerId(String text) {
        return StardexIds.UUID.matches(text);
    }

    /** An attribute that is not mentioned keeps its value (inferred from partial updates) [docs: update-deal]. */
    @Override
    public boolean mergesCustomFields() {
        return true;
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        return StardexCapabilities.under(config);
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        VendorProfile vendor = VendorProfile.builder()
                .provider(ID)
                .baseUrl(BASE_URL)
                .errors(new StardexErrors(Clock.systemUTC()))
                .rateLimit(RATE_LIMIT)
                .build();
        return new StardexDealsClient(context.transport(vendor), new StardexClosing(context.config()));
    }
}
