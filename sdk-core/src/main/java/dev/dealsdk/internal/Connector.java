package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.List;
import java.util.Objects;

/** From a configuration to a client: finds the provider, checks what the program requires, puts the parts together. */
public final class Connector {
    private Connector() {}

    /** Sends nothing. */
    public static DealsClient connect(DealsConfig config) {
        Objects.requireNonNull(config, "config");
        DealsProvider provider = Providers.find(config);
        Capabilities capabilities = provider.capabilities(config);
        requireOperations(config, capabilities);
        TransportFactory transports = new TransportFactory(config);
        ProviderClient client = provider.connect(new Context(config, transports));
        return new ConnectedDealsClient(new Connection(config, capabilities, client, transports));
    }

    private static void requireOperations(DealsConfig config, Capabilities capabilities) {
        List<String> lacking = config.require().stream()
                .filter(operation -> !capabilities.supports(operation))
                .sorted()
                .map(operation -> lacking(operation, capabilities))
                .toList();
        if (!lacking.isEmpty()) {
            throw new ConfigurationException(lacking);
        }
    }

    private static String lacking(Operation operation, Capabilities capabilities) {
        return "deals.require: " + capabilities.provider() + " does not offer " + operation.key() + ": "
                + capabilities.explain(operation);
    }

    private record Context(DealsConfig config, TransportFactory transports) implements ProviderContext {
        @Override
        public HttpTransport transport(VendorProfile vendor) {
            return transports.create(vendor);
        }
    }
}
