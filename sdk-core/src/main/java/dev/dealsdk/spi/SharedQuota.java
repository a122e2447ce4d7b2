package dev.dealsdk.spi;

import java.io.IOException;
import java.time.Duration;

/**
 * The quota of one account in a {@link QuotaStore}. Every method waits for two seconds at most, or five when it
 * connects for the first time, and throws an {@link IOException} when the store cannot be reached in that time: the SDK then goes on without it,
 * and asks again later. An interrupt is an {@link java.io.InterruptedIOException}, with the thread's flag set. Safe for use by
 * many threads.
 */
public interface SharedQuota {

    /**
     * Takes the next turn of the account, first come, first served among all processes.
     *
     * @return how long until it comes; zero if it is now
     * @throws IOException if the store cannot be reached
     */
    Duration take() throws IOException;

    /**
     * Gives a turn back, since its request will not be sent.
     *
     * @throws IOException if the store cannot be reached
     */
    void giveBack() throws IOException;

    /**
     * Holds all processes back, since the vendor says that the quota is spent.
     *
     * @param time from now
     * @throws IOException if the store cannot be reached
     */
    void pause(Duration time) throws IOException;

    /**
     * {@return how long all processes are held back; zero if they are not}
     *
     * @throws IOException if the store cannot be reached
     */
    Duration paused() throws IOException;

    /** Ends the connection, since no client uses it now; the next question makes another one. Throws nothing. */
    void disconnect();
}
