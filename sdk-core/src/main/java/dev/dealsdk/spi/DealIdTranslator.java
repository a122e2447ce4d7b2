package dev.dealsdk.spi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Translates the ids that deals had before a transfer into their current ids. {@link java.util.ServiceLoader} finds an
 * implementation if {@code deals.crosswalk} is set; the artifact {@code dev.dealsdk:deals-transfer} contains one.
 *
 * <p>The SDK creates one instance for each client. Implementations must be public, have a public no-argument
 * constructor that does no work, and be safe for use by multiple threads.
 */
public interface DealIdTranslator {

    /**
     * Reads the cross-walk. Called once, before any other method.
     *
     * @param file the value of {@code deals.crosswalk}
     * @param provider the id of the provider to which the new ids belong
     * @param isDealId tests whether a text has the format of a deal id of that provider
     * @throws dev.dealsdk.ConfigurationException if the file cannot be read or used; lists all of its problems
     */
    void open(Path file, String provider, Predicate<String> isDealId);

    /**
     * {@return the current id of a deal; empty if the cross-walk does not contain it} Returns immediately. A file that
     * has changed may be read again.
     *
     * @param oldId any text
     */
    Optional<String> translate(String oldId);
}
