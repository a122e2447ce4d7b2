package dev.dealsdk.event;

import java.time.Duration;
import java.util.Optional;

/**
 * The state of an account's circuit, which all clients of the account in this process share.
 *
 * @param provider the id of the provider, such as {@code stora}
 * @param connection the name of the client's connection in the configuration; empty at the top level
 * @param state from now on
 * @param failures how many attempts in a row have failed
 * @param failingFor the time since the first of them; zero when there is none
 * @param notSent how many requests were refused since the circuit opened
 */
public record CircuitChange(
        String provider,
        Optional<String> connection,
        CircuitState state,
        int failures,
        Duration failingFor,
        long notSent) {}
