package dev.dealsdk.spi;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.event.ShadowRead;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the deals that a program reads with what another account shows of them. Found by {@link java.util.ServiceLoader}
 * when {@code deals.shadow} is set; {@code dev.dealsdk:deals-transfer} has one.
 *
 * <p>The SDK makes one for each client. Implementations are public, have a public constructor without parameters that does no
 * work, and are safe for use by many threads.
 */
public interface ShadowReader extends AutoCloseable {

    /**
     * What a reader works with.
     *
     * @param config of the program's client; its {@code deals.shadow.*} keys hold
     * @param shadowConfig of the other account
     * @param shadow a client of the other account, for reads alone; the SDK closes it after the reader
     * @param ids finds the ids of the other account; empty where both have the same ids
     * @param listener takes the results, on any thread; throws nothing
     */
    record Setup(
            DealsConfig config,
            DealsConfig shadowConfig,
            DealsClient shadow,
            Optional<DealIdTranslator> ids,
            Consumer<ShadowRead> listener) {}

    /**
     * Begins; called once, before any other method. Sends nothing yet.
     *
     * @param setup what it works with
     */
    void start(Setup setup);

    /**
     * Takes a deal that the program has just read. Called on the program's own thread: it returns at once and throws nothing.
     *
     * @param operation {@code GET}, or {@code LIST} for a row of a page, which may lack fields
     * @param deal as the program sees it
     */
    void read(Operation operation, Deal deal);

    /** Ends what is under way within a few seconds, and begins nothing more. Throws nothing. */
    @Override
    void close();
}
