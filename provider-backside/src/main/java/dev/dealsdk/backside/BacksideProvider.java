package dev.dealsdk.backside;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.Optional;

/** The provider of Backside: {@code deals.provider=backside}, with an API key as the token. */
public final class BacksideProvider implements DealsProvider {
    static final String ID = "backside";

    /** Documented on [docs: move]. */
    private static final String BASE_URL = "https://api.backside.app";

    /** Called by {@link java.util.ServiceLoader}. */
    public BacksideProvider() {}

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
        return "api/v1";
    }

    /** All ids are UUIDs [docs: move]. */
    @Override
    public boolean isStageId(String text) {
        return BacksideApi.UUID.matches(text);
    }

    /** All ids are UUIDs [docs: move]. */
    @Override
    public boolean isDealId(String text) {
        return BacksideApi.UUID.matches(text);
    }

    /** An update sends the metadata as it was just read, with the changes: see {@link BacksideRequests}. */
    @Override
    public boolean mergesCustomFields() {
        return true;
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        return BacksideCapabilities.under(config);
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        ClosingStages stages = ClosingStages.of(context.config());
        VendorProfile vendor = VendorProfile.builder()
                .provider(ID)
                .baseUrl(BASE_URL)
                .errors(BacksideErrors::decode)
                .build();
        return new BacksideDealsClient(
                context.transport(vendor), stages, context.config().allowUnverified());
    }
}
