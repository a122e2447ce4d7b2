package dev.dealsdk.spi;

import dev.dealsdk.DealsConfig;

/** What a provider gets to connect with. */
public interface ProviderContext {

    DealsConfig config();

    /**
     * A transport that authenticates, retries, bounds and reports as the configuration says. The SDK closes it with the
     * client.
     *
     * @throws dev.dealsdk.ConfigurationException if the configuration holds no credentials
     */
    HttpTransport transport(VendorProfile vendor);
}
