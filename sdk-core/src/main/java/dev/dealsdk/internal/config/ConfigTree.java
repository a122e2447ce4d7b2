package dev.dealsdk.internal.config;

import dev.dealsdk.ConfigEntry;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.internal.value.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A configuration whose every value is sound: the effective settings, and the connections one may go on to. */
public final class ConfigTree {
    private final Scope settings;
    private final SortedMap<String, Scope> connections;
    private final String origin;

    /** @param origin how messages name the place where a missing setting is to be written */
    ConfigTree(Scope settings, SortedMap<String, Scope> connections, String origin) {
        this.settings = settings;
        this.connections = connections;
        this.origin = origin;
    }

    public Scope settings() {
        return settings;
    }

    public Set<String> connections() {
        return Collections.unmodifiableSet(connections.keySet());
    }

    /** Where it was read. */
    String origin() {
        return origin;
    }

    /** All that is set, here and for connections. */
    List<Setting> all() {
        return Stream.concat(settings.atTop(), connections.values().stream().flatMap(Scope::own))
                .toList();
    }

    /** Where it was read, and as which connection. */
    public String source() {
        return settings.connection().isEmpty() ? origin : origin + ", connection " + settings.connection();
    }

    /** That connection, with what it inherits; it has no connections of its own. */
    public ConfigTree connection(String name) {
        Scope own = connections.get(name);
        if (own == null) {
            throw new ConfigurationException(List.of(unknownConnection(name)));
        }
        return new ConfigTree(own.inheriting(settings), new TreeMap<>(), origin);
    }

    private String unknownConnection(String name) {
        String start =
                origin + ": " + KeyName.CONNECTIONS + name.replaceAll("\\p{Cntrl}", "?") + ": no such connection; ";
        return connections.isEmpty()
                ? start + "none is set up here"
                : start + "there is " + String.join(", ", Suggestions.nearestFirst(name, connections.keySet()));
    }

    /** Every effective value by its key, then what the connections set; sorted by key. */
    public List<ConfigEntry> describe() {
        return Stream.concat(settings.describe(), connections.values().stream().flatMap(Scope::describeOwn))
                .sorted(Comparator.comparing(ConfigEntry::key))
                .toList();
    }

    /** One line for the provider and one for the credentials, where there are none. */
    public List<String> missing() {
        List<String> lines = new ArrayList<>();
        if (!settings.has(ConfigKey.PROVIDER) && !connections.isEmpty()) {
            return List.of(line(ConfigKey.PROVIDER, "is not set; " + pickConnection()));
        }
        if (!settings.has(ConfigKey.PROVIDER)) {
            String key = settings.keyHere(ConfigKey.PROVIDER);
            lines.add(line(ConfigKey.PROVIDER, "is not set; write " + key + "=NAME with the name of a provider"));
        }
        if (!hasCredentials()) {
            String choice = connections.isEmpty() ? "" : "; or " + pickConnection();
            lines.add(line(ConfigKey.TOKEN, "there are no credentials; write " + credentialKeys() + choice));
        }
        return lines;
    }

    private boolean hasCredentials() {
        return settings.has(ConfigKey.TOKEN)
                || settings.has(ConfigKey.TOKEN_FILE)
                || settings.has(ConfigKey.OAUTH_CLIENT_ID)
                || settings.has(ConfigKey.OAUTH_CLIENT_SECRET);
    }

    private String credentialKeys() {
        return settings.keyHere(ConfigKey.TOKEN) + ", " + settings.keyHere(ConfigKey.TOKEN_FILE) + ", or "
                + settings.keyHere(ConfigKey.OAUTH_CLIENT_ID) + " and "
                + settings.keyHere(ConfigKey.OAUTH_CLIENT_SECRET);
    }

    private String pickConnection() {
        return "pick one of the connections with DealsConfig.connection(name): "
                + String.join(", ", connections.keySet());
    }

    private String line(ConfigKey key, String message) {
        return origin + ": " + settings.keyHere(key) + ": " + message;
    }
}
