package dev.dealsdk.spi;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * Records what a program uses of a vendor. Found by {@link java.util.ServiceLoader} when {@code deals.usage-file} or {@code
 * deals.require-usage} is set; {@code dev.dealsdk:deals-portability} has one.
 *
 * <p>The SDK makes one for each client. Implementations are public, have a public constructor without parameters that does
 * no work, and are safe for use by many threads.
 */
@FunctionalInterface
public interface UsageRecorder extends AutoCloseable {

    /**
     * Counts each name once. Called on the way of a request that has passed the SDK's checks: it returns at once and throws
     * nothing.
     *
     * @param usageFile what {@code deals.usage-file} says; the same in each call
     * @param names such as {@code operation.move}, {@code field.create.value}, {@code filter.status} or {@code
     *     stage.qualification}: never a value, nor the id of a deal or a person
     */
    void used(Path usageFile, List<String> names);

    /**
     * {@return what a recorded program uses and a configuration cannot do, one line each; empty when all of it works} Called
     * when a client is connected and {@code deals.require-usage} is set. Sends nothing. Unless it is overridden, it says
     * that the recorder cannot tell.
     *
     * @param usageFile what {@code deals.require-usage} says
     * @param config of the client
     * @throws ConfigurationException if the file cannot be read, or is no usage file
     */
    default List<String> unmet(Path usageFile, DealsConfig config) {
        return List.of(getClass().getName() + " cannot read what it has recorded; remove the key");
    }

    /** Writes what is not written yet, within a few seconds; called when the client is closed. Throws nothing. */
    @Override
    default void close() {}
}
