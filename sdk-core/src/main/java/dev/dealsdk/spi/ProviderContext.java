package dev.dealsdk.spi;

import dev.dealsdk.DealsConfig;

/** What a provider gets to connect with. */
public interface ProviderContext {

    /** {@return the configuration of the account} */
    DealsConfig config();

    /**
     * {@return a transport that authenticates, retries, bounds and reports as the configuration says} The SDK closes it
     * with the client.
     *
     * @param vendor what the transport has to know of the vendor
     * @throws dev.dealsdk.ConfigurationException if the configuration holds no credentials
     */
    HttpTransport transport(VendorProfile vendor);
}
