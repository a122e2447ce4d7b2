package dev.dealsdk.spi;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.event.ShadowRead;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the deals that a program reads with the same deals in another account. {@link java.util.ServiceLoader} finds
 * an implementation if {@code deals.shadow} is set; the artifact {@code dev.dealsdk:deals-transfer} contains one.
 *
 * <p>The SDK creates one instance for each client. Implementations must be public, have a public no-argument
 * constructor that does no work, and be safe for use by multiple threads.
 */
public interface ShadowReader extends AutoCloseable {

    /**
     * The environment of a reader.
     *
     * @param config the configuration of the program's client, whose {@code deals.shadow.*} keys apply
     * @param shadowConfig the configuration of the other account
     * @param shadow a client of the other account, for reads only; the SDK closes it after the reader
     * @param ids translates ids into those of the other account; empty if both accounts have the same ids
     * @param listener receives the results on any thread; does not throw
     */
    record Setup(
            DealsConfig config,
            DealsConfig shadowConfig,
            DealsClient shadow,
            Optional<DealIdTranslator> ids,
            Consumer<ShadowRead> listener) {}

    /**
     * Starts the reader. Called once, before any other method. Must not send a request.
     *
     * @param setup the environment of the reader
     */
    void start(Setup setup);

    /**
     * Accepts a deal that the program has just read. Called on the program's own thread: must return immediately and
     * must not throw.
     *
     * @param operation {@code GET}, or {@code LIST} for a row of a page, which may lack fields
     * @param deal the deal as the program sees it
     */
    void read(Operation operation, Deal deal);

    /** Completes or cancels comparisons in progress within a few seconds and starts no more. Must not throw. */
    @Override
    void close();
}
