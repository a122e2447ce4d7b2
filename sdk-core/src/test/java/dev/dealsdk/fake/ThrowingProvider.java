package dev.dealsdk.fake;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;

/** A provider that cannot even be made. */
public final class ThrowingProvider implements DealsProvider {

    /** Fails. */
    public ThrowingProvider() {
        throw new IllegalStateException("no licence");
    }

    @Override
    public String id() {
        return "throwing";
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        throw new IllegalStateException("never made");
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        throw new IllegalStateException("never made");
    }
}
