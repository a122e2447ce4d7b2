package dev.dealsdk.spi;

import dev.dealsdk.DealsConfig;

/** The environment in which a provider connects. */
public interface ProviderContext {

    /** {@return the configuration of the account} */
    DealsConfig config();

    /**
     * {@return a transport with the authentication, retries, limits and listeners of the configuration} The SDK closes
     * it with the client.
     *
     * @param vendor the properties of the vendor's API
     * @throws dev.dealsdk.ConfigurationException if the configuration contains no credentials
     */
    HttpTransport transport(VendorProfile vendor);
}
