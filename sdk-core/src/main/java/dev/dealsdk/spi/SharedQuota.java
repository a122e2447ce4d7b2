package dev.dealsdk.spi;

import java.io.IOException;
import java.time.Duration;

/**
 * The quota of one account in a {@link QuotaStore}.
 *
 * <p>Every method waits for at most two seconds, or five seconds on the first connection, and throws an {@link
 * IOException} if the store cannot be reached in that time. The SDK then continues without the store and tries again
 * later. If the thread is interrupted, the method throws an {@link java.io.InterruptedIOException} and sets the
 * interrupt flag. Implementations must be safe for use by multiple threads.
 */
public interface SharedQuota {

    /**
     * Acquires the next permit of the account, in first-come, first-served order across all processes.
     *
     * @return the time until the permit is valid; zero if it is valid now
     * @throws IOException if the store cannot be reached
     */
    Duration take() throws IOException;

    /**
     * Returns a permit whose request will not be sent.
     *
     * @throws IOException if the store cannot be reached
     */
    void giveBack() throws IOException;

    /**
     * Pauses all processes because the vendor reports that the quota is exhausted.
     *
     * @param time the duration of the pause from now
     * @throws IOException if the store cannot be reached
     */
    void pause(Duration time) throws IOException;

    /**
     * {@return the remaining duration of the pause; zero if there is none}
     *
     * @throws IOException if the store cannot be reached
     */
    Duration paused() throws IOException;

    /**
     * Closes the connection because no client uses it at the moment. The next method call reconnects. Must not throw.
     */
    void disconnect();
}
