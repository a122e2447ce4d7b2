package dev.dealsdk.spi;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * Records which features of a vendor a program uses. {@link java.util.ServiceLoader} finds an implementation if {@code
 * deals.usage-file} or {@code deals.require-usage} is set; the artifact {@code dev.dealsdk:deals-portability} contains
 * one.
 *
 * <p>The SDK creates one instance for each client. Implementations must be public, have a public no-argument
 * constructor that does no work, and be safe for use by multiple threads.
 */
@FunctionalInterface
public interface UsageRecorder extends AutoCloseable {

    /**
     * Counts each name once. Called for each request that has passed the checks of the SDK: must return immediately and
     * must not throw.
     *
     * @param usageFile the value of {@code deals.usage-file}; the same in each call
     * @param names names such as {@code operation.move}, {@code field.create.value}, {@code filter.status} or {@code
     *     stage.qualification}; they never contain values or ids of deals or people
     */
    void used(Path usageFile, List<String> names);

    /**
     * {@return the recorded features that a configuration does not support, one line each; empty if it supports all of
     * them} Called when a client connects and {@code deals.require-usage} is set. Sends no request. The default
     * implementation reports that the recorder cannot read recordings.
     *
     * @param usageFile the value of {@code deals.require-usage}
     * @param config the configuration of the client
     * @throws ConfigurationException if the file cannot be read or is not a usage file
     */
    default List<String> unmet(Path usageFile, DealsConfig config) {
        return List.of(getClass().getName() + " cannot read what it has recorded; remove the key");
    }

    /** Writes pending records within a few seconds. Called when the client is closed. Must not throw. */
    @Override
    default void close() {}
}
