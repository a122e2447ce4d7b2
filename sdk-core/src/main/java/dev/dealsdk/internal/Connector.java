package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Stage;
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

    /** Sends nothing, unless the configuration names stages: then the account's are read, to be held against them. */
    public static DealsClient connect(DealsConfig config) {
        Objects.requireNonNull(config, "config");
        DealsProvider provider = Providers.find(config);
        Capabilities capabilities = provider.capabilities(config);
        ConnectChecks.check(config, provider, capabilities);
        TransportFactory transports = new TransportFactory(config);
        try {
            ProviderClient client = provider.connect(new Context(config, transports));
            // What is read here is not what the program uses.
            Connection checking = new Connection(config, capabilities, client, transports, UsageLog.OFF);
            List<Stage> stages = StageCheck.stages(config, capabilities, new ConnectedDealsClient(checking));
            Connection connection = new Connection(config, capabilities, client, transports);
            connection.stages().remember(stages);
            return new ConnectedDealsClient(connection);
        } catch (DealsException failed) {
            transports.close();
            throw failed;
        }
    }

    private record Context(DealsConfig config, TransportFactory transports) implements ProviderContext {
        @Override
        public HttpTransport transport(VendorProfile vendor) {
            return transports.create(vendor);
        }
    }
}
