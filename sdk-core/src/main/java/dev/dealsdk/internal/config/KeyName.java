package dev.dealsdk.internal.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as one would write it, taken apart: {@code deals.connections.emea.stages.qualified} is the key {@code
 * deals.stages.NAME} for the name {@code qualified}, of the connection {@code emea}.
 *
 * @param connection blank at the top level
 * @param name blank unless the key ends in a name of the user's choice
 */
record KeyName(String connection, ConfigKey key, String name) {
    static final String PREFIX = "deals.";
    static final String CONNECTIONS = "deals.connections.";

    // By hand, like its hash: that of a record puts itself together when it is first asked for, a tenth of a first
    // call.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyName that
                && key == that.key
                && connection.equals(that.connection)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return (connection.hashCode() * 31 + key.hashCode()) * 31 + name.hashCode();
    }

    /** The same key without its connection. */
    KeyName atTop() {
        return new KeyName("", key, name);
    }

    /** Empty if there is no such key. The name of a connection ends at its first dot. */
    static Optional<KeyName> parse(String text) {
        if (!text.startsWith(CONNECTIONS)) {
            return topLevel(text);
        }
        int dot = text.indexOf('.', CONNECTIONS.length());
        String connection = dot < 0 ? "" : text.substring(CONNECTIONS.length(), dot);
        if (connection.isBlank()) {
            return Optional.empty();
        }
        return topLevel(PREFIX + text.substring(dot + 1)).flatMap(key -> key.in(connection));
    }

    private static Optional<KeyName> topLevel(String text) {
        for (ConfigKey key : ConfigKey.values()) {
            if (key.isNamed() && text.startsWith(key.stem())) {
                return Optional.of(
                                new KeyName("", key, text.substring(key.stem().length())))
                        .filter(named -> !named.name().isBlank());
            }
            if (key.key().equals(text) && key != ConfigKey.CONNECTIONS) {
                return Optional.of(new KeyName("", key, ""));
            }
        }
        return Optional.empty();
    }

    /** The same key of a connection; empty if it cannot be set there. */
    Optional<KeyName> in(String newConnection) {
        return key.isPerConnection() ? Optional.of(new KeyName(newConnection, key, name)) : Optional.empty();
    }

    /** Without the connection. */
    String local() {
        return key.isNamed() ? key.stem() + name : key.key();
    }

    /** With the connection, as the user writes it. */
    String full() {
        return connection.isEmpty() ? local() : CONNECTIONS + connection + "." + local().substring(PREFIX.length());
    }
}
