package dev.dealsdk.spi;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import java.util.Optional;

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
     * {@return the base URL of the vendor's own service, as in {@link VendorProfile#baseUrl()}; empty when there is none}
     * With it, connecting refuses the host of another vendor in {@code deals.base-url}.
     */
    default Optional<String> baseUrl() {
        return Optional.empty();
    }

    /**
     * {@return the path that the provider puts before every endpoint, such as {@code v1} or {@code api/v1}; empty when
     * there is none} With it, connecting refuses a {@code deals.base-url} that holds the path already.
     */
    default String versionPath() {
        return "";
    }

    /**
     * {@return whether this can be the id of a stage, by its form; true where the vendor documents none} Where stages cannot
     * be listed, connecting refuses a configured stage that cannot be an id, since nothing finds it by its name.
     *
     * @param text what the configuration names, such as {@code Closed Won}
     */
    default boolean isStageId(String text) {
        return true;
    }

    /**
     * {@return whether this can be the id of a deal, by its form; true where the vendor documents none} With a cross-walk, an
     * id that it does not have and that cannot be one of this vendor is refused before anything is sent.
     *
     * @param text what a caller names
     */
    default boolean isDealId(String text) {
        return true;
    }

    /**
     * {@return whether this can be the key of a custom field, by its form; true where the vendor documents none} Connecting
     * refuses a field that is kept in a custom field that there cannot be.
     *
     * @param text what the configuration names, such as {@code amount}
     */
    default boolean isCustomFieldKey(String text) {
        return true;
    }

    /**
     * {@return whether this can be the id of an owner, by its form; true where the vendor documents none} Where the
     * configuration has aliases of owners, what is neither one of them nor an id is refused before anything is sent.
     *
     * @param text what a caller names
     */
    default boolean isOwnerId(String text) {
        return true;
    }

    /**
     * {@return whether an update leaves the custom fields alone that it does not name; false where the vendor does not say} If
     * not, and fields are kept among them, an update of some sends all of them as they were just read.
     */
    default boolean mergesCustomFields() {
        return false;
    }

    /**
     * {@return a client for one account} Sends nothing yet.
     *
     * @param context the configuration, and where transports come from
     * @throws dev.dealsdk.ConfigurationException if the configuration lacks what this vendor needs
     */
    ProviderClient connect(ProviderContext context);
}
