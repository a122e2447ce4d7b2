package dev.dealsdk.verify.bridging;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.play2sell.Play2SellProvider;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import java.util.Set;

/** Play2Sell without its filters and orders, so that the SDK has to apply them. */
public final class BlindProvider implements DealsProvider {
    /** For the service loader. */
    public BlindProvider() {}

    @Override
    public String id() {
        return "blind";
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        Capabilities.Builder blind = Capabilities.builder();
        return blind.from(new Play2SellProvider().capabilities(config))
                .provider(id())
                .filters(Set.of())
                .sorts(Set.of())
                .build();
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        return new Play2SellProvider().connect(context);
    }
}
