package dev.dealsdk.internal.client;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.auth.TokenFile;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.stages.StageCheck;
import dev.dealsdk.spi.DealIdTranslator;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.spi.VendorProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a configuration to a client: finds the provider, checks what the program requires, puts the parts together. */
public final class Connector {
    private Connector() {}

    /**
     * Sends nothing, unless the configuration names stages: then the account's are read, to be held against them, here or in
     * the background.
     */
    public static ConnectedDealsClient connect(DealsConfig config) {
        Objects.requireNonNull(config, "config");
        ClassPathCheck.check();
        List<String> problems = new ArrayList<>();
        DealsProvider provider = Providers.find(config);
        Optional<DealIdTranslator> oldIds = CrosswalkClient.open(config, provider, problems);
        Shadow shadow = Shadow.open(config, problems);
        try {
            return connect(config, provider, oldIds, shadow, problems);
        } catch (RuntimeException failed) {
            shadow.close();
            throw failed;
        }
    }

    /** For comparisons: a client with neither a shadow nor a cross-walk of its own. */
    static ConnectedDealsClient connectShadow(DealsConfig config) {
        return connect(config, Providers.find(config), Optional.empty(), Shadow.NONE, List.of());
    }

    private static ConnectedDealsClient connect(
            DealsConfig config,
            DealsProvider provider,
            Optional<DealIdTranslator> oldIds,
            Shadow shadow,
            List<String> problems) {
        Bridge bridge = new Bridge(config, provider);
        // One for both: a pipe gives its token once.
        Optional<TokenFile> tokenFile = TokenFile.of(config);
        ConnectChecks.check(config, provider, bridge, tokenFile, problems);
        TransportFactory transports = new TransportFactory(config, tokenFile);
        try {
            ProviderClient client = CrosswalkClient.around(
                    bridge.around(provider.connect(new Context(config, transports))), config, provider, oldIds);
            ClientContext context = ClientContext.of(config, bridge, client, transports, shadow);
            if (config.checksStagesInBackground()) {
                transports
                        .threads()
                        .start(() -> StageCheck.log(
                                config, bridge.vendor(), context::readStages, context.stages()::remember));
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
