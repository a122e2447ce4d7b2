package dev.dealsdk.event;

import java.time.Duration;
import java.util.Optional;

/**
 * A change of an account's circuit. All clients of the account in this process share the circuit.
 *
 * @param provider the id of the provider, such as {@code stora}
 * @param connection the name of the client's connection in the configuration; empty at the top level
 * @param state the new state
 * @param failures the number of consecutive failed attempts
 * @param failingFor the time since the first of those failures; zero if there is none
 * @param notSent the number of requests that were refused since the circuit opened
 */
public record CircuitChange(
        String provider,
        Optional<String> connection,
        CircuitState state,
        int failures,
        Duration failingFor,
        long notSent) {}
