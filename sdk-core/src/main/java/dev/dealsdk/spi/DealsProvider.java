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

    /** {@return what {@code deals.provider} calls it: lower-case letters, digits and hyphens} */
    String id();

    /**
     * {@return what the vendor can do under a configuration} Read nothing from the network. The SDK refuses everything
     * that is not claimed here before {@link ProviderClient} is asked.
     *
     * @param config has a provider; may lack anything else
     */
    Capabilities capabilities(DealsConfig config);

    /**
     * {@return a client for one account} Sends nothing yet.
     *
     * @param context the configuration, and where transports come from
     * @throws dev.dealsdk.ConfigurationException if the configuration lacks what this vendor needs
     */
    ProviderClient connect(ProviderContext context);
}
