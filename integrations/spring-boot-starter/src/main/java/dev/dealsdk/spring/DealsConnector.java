package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Creates the client for each bean definition of {@link DealsClientRegistrar}, which refers to the methods of this
 * class by name.
 */
final class DealsConnector {
    private final ObjectProvider<DealsConfig> config;

    DealsConnector(ObjectProvider<DealsConfig> config) {
        this.config = config;
    }

    DealsClient connect() {
        return DealsClient.connect(config.getObject());
    }

    DealsClient connect(String connection) {
        return DealsClient.connect(config.getObject().connection(connection));
    }
}
