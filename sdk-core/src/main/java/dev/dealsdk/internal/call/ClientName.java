package dev.dealsdk.internal.call;

import java.util.Optional;

/**
 * What a client is called in log lines: {@code stora}, or {@code stora (emea)} for a named connection of the configuration.
 *
 * @param provider the id of its provider
 * @param connection the name of its connection; empty at the top level
 */
public record ClientName(String provider, Optional<String> connection) {
    @Override
    public String toString() {
        return provider + connection.map(name -> " (" + name + ")").orElse("");
    }
}
