package dev.dealsdk.spring;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the client of each bean definition of {@link DealsClientRegistrar}; the names of its methods are used there. */
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
