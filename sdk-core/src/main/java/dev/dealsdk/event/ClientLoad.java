package dev.dealsdk.event;

import java.util.Optional;

/**
 * The current load of a client. Every method returns the current value, never blocks, and is safe to call at any time
 * from any thread.
 */
public interface ClientLoad {

    /** {@return the id of the provider, such as {@code stora}} */
    String provider();

    /** {@return the name of the client's connection in the configuration, such as {@code emea}; empty at the top level} */
    Optional<String> connection();

    /** {@return the number of calls in flight} */
    int callsInFlight();

    /**
     * {@return the number of retries that the client may make now: 100 if nothing failed recently; 0 if failed attempts
     * are not retried}
     */
    int retryBudget();

    /** {@return true until the client is closed} A closed client makes no more calls. */
    boolean isOpen();
}
