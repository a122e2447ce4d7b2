package dev.dealsdk.internal.client;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.auth.TokenFile;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.stages.StageCheck;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.Objects;
import java.util.Optional;

/** From a configuration to a client: finds the provider, checks what the program requires, puts the parts together. */
public final class Connector {
    private Connector() {}

    /**
     * Sends nothing, unless the configuration names stages: then the account's are read, to be held against them, here or in
     * the background.
     */
    public static DealsClient connect(DealsConfig config) {
        Objects.requireNonNull(config, "config");
        ClassPathCheck.check();
        DealsProvider provider = Providers.find(config);
        Bridge bridge = new Bridge(config, provider);
        // One for both: a pipe gives its token once.
        Optional<TokenFile> tokenFile = TokenFile.of(config);
        ConnectChecks.check(config, provider, bridge, tokenFile);
        TransportFactory transports = new TransportFactory(config, tokenFile);
        try {
            ProviderClient client = bridge.around(provider.connect(new Context(config, transports)));
            ClientContext context = new ClientContext(config, bridge, client, transports);
            if (config.checksStagesInBackground()) {
                transports.threads().start(
                        () -> StageCheck.log(config, bridge.vendor(), context::readStages, context.stages()::remember));
            } else {
                context.stages().remember(StageCheck.stages(config, bridge.vendor(), context::readStages));
            }
            return new ConnectedDealsClient(context);
        } catch (RuntimeException | Error failed) {
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
