package dev.dealsdk.event;

import java.util.Optional;

/** How busy a client is. Every method reads the present state, at any time and from any thread, and never blocks. */
public interface ClientLoad {

    /** {@return the id of the provider, such as {@code stora}} */
    String provider();

    /** {@return the name of the client's connection in the configuration, such as {@code emea}; empty at the top level} */
    Optional<String> connection();

    /** {@return how many calls have begun and are not over} */
    int callsInFlight();

    /**
     * {@return how many retries the client may make now: 100 when nothing has failed lately, 0 when a failed attempt is not
     * repeated}
     */
    int retryBudget();

    /** {@return whether the client is open} What is closed makes no more calls. */
    boolean isOpen();
}
