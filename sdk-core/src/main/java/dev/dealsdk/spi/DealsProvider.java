package dev.dealsdk.spi;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;

/**
 * Makes one vendor's deals reachable through {@link dev.dealsdk.DealsClient}; found by {@link java.util.ServiceLoader}.
 *
 * <p>Implementations are public, have a public constructor without parameters that does no work, and hold no state of a
 * connection.
 */
public interface DealsProvider {

    /** What {@code deals.provider} calls it: lower-case letters, digits and hyphens. */
    String id();

    /**
     * What the vendor can do under a configuration. Read nothing from the network. The SDK refuses everything that is not
     * claimed here before {@link ProviderClient} is asked.
     */
    Capabilities capabilities(DealsConfig config);

    /**
     * A client for one account. Sends nothing yet.
     *
     * @throws dev.dealsdk.ConfigurationException if the configuration lacks what this vendor needs
     */
    ProviderClient connect(ProviderContext context);
}
