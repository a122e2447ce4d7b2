package dev.dealsdk.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * Records what a program uses of a vendor. Found by {@link java.util.ServiceLoader} when {@code deals.usage-file} is set;
 * {@code dev.dealsdk:deals-portability} has one.
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

    /** Writes what is not written yet, within a few seconds; called when the client is closed. Throws nothing. */
    @Override
    default void close() {}
}
