package dev.dealsdk.spi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the ids that deals have now by those that they had before they were transferred. Found by {@link
 * java.util.ServiceLoader} when {@code deals.crosswalk} is set; {@code dev.dealsdk:deals-transfer} has one.
 *
 * <p>The SDK makes one for each client. Implementations are public, have a public constructor without parameters that does no
 * work, and are safe for use by many threads.
 */
public interface DealIdTranslator {

    /**
     * Reads the cross-walk; called once, before any other method.
     *
     * @param file what {@code deals.crosswalk} says
     * @param provider the id of the provider that the new ids are of
     * @param isDealId whether a text can be the id of a deal at that provider, by its form
     * @throws dev.dealsdk.ConfigurationException if the file cannot be read or used, with all its faults
     */
    void open(Path file, String provider, Predicate<String> isDealId);

    /**
     * {@return the id that a deal has now; empty if the cross-walk does not have it} Returns at once; a file that has changed
     * since may be read again.
     *
     * @param oldId any text
     */
    Optional<String> translate(String oldId);
}
