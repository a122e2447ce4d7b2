package dev.dealsdk.spi;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import java.util.Optional;

/**
 * Connects {@link dev.dealsdk.DealsClient} to the deals of one vendor. {@link java.util.ServiceLoader} finds
 * implementations.
 *
 * <p>Implementations must be public, have a public no-argument constructor that does no work, and hold no connection
 * state.
 */
public interface DealsProvider {

    /** {@return the id of the provider, the value of {@code deals.provider}: lower-case letters, digits and hyphens} */
    String id();

    /**
     * {@return what the vendor can do under a configuration} Must not access the network. The SDK refuses everything
     * that is not listed here before it calls {@link ProviderClient}.
     *
     * @param config a configuration with a provider; may lack everything else
     */
    Capabilities capabilities(DealsConfig config);

    /**
     * {@return the base URL of the vendor's own service, as in {@link VendorProfile#baseUrl()}; empty if there is none}
     * If present, connecting refuses a {@code deals.base-url} with the host of another vendor.
     */
    default Optional<String> baseUrl() {
        return Optional.empty();
    }

    /**
     * {@return the path that the provider prepends to every endpoint, such as {@code v1} or {@code api/v1}; empty if
     * there is none} If present, connecting refuses a {@code deals.base-url} that already contains the path.
     */
    default String versionPath() {
        return "";
    }

    /**
     * {@return true if a text has the format of a stage id, or if the vendor documents no format} If stages cannot be
     * listed, connecting refuses a configured stage that does not have this format, because it cannot be found by name.
     *
     * @param text a stage from the configuration, such as {@code Closed Won}
     */
    default boolean isStageId(String text) {
        return true;
    }

    /**
     * {@return true if a text has the format of a deal id, or if the vendor documents no format} If there is a
     * cross-walk, an id that is not in it and does not have this format is refused before anything is sent.
     *
     * @param text an id from a caller
     */
    default boolean isDealId(String text) {
        return true;
    }

    /**
     * {@return true if a text has the format of a custom field key, or if the vendor documents no format} Connecting
     * refuses to keep a field in a custom field whose key does not have this format.
     *
     * @param text a key from the configuration, such as {@code amount}
     */
    default boolean isCustomFieldKey(String text) {
        return true;
    }

    /**
     * {@return true if a text has the format of an owner id, or if the vendor documents no format} If the configuration
     * contains aliases of owners, a text that is neither an alias nor an id is refused before anything is sent.
     *
     * @param text an owner from a caller
     */
    default boolean isOwnerId(String text) {
        return true;
    }

    /**
     * {@return true if an update leaves custom fields unchanged that it does not name; false if the vendor does not
     * document this} If false, and fields are kept in custom fields, an update of some custom fields sends all of them
     * with the values that were just read.
     */
    default boolean mergesCustomFields() {
        return false;
    }

    /**
     * {@return a client for one account} Sends no request.
     *
     * @param context the configuration, and the source of transports
     * @throws dev.dealsdk.ConfigurationException if the configuration lacks settings that this vendor requires
     */
    ProviderClient connect(ProviderContext context);
}
