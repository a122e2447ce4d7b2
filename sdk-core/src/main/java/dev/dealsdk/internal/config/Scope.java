package dev.dealsdk.internal.config;

import dev.dealsdk.ConfigEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The settings of the top level, or of one connection. */
public final class Scope {
    private final String connection;
    private final SortedMap<String, Setting> settings;

    private Scope(String connection, SortedMap<String, Setting> settings) {
        this.connection = connection;
        this.settings = settings;
    }

    static Scope of(String connection, List<Setting> settings) {
        SortedMap<String, Setting> byKey = new TreeMap<>();
        for (Setting setting : settings) {
            byKey.put(setting.name().local(), setting);
        }
        return new Scope(connection, byKey);
    }

    /** This connection with what it leaves to the top level; credentials are left to it together or not at all. */
    Scope inheriting(Scope top) {
        boolean ownCredentials = settings.values().stream()
                .anyMatch(setting -> setting.name().key().isCredential());
        SortedMap<String, Setting> merged = new TreeMap<>(top.settings);
        // A token must not reach another vendor, nor a request another vendor's host or a deal of another vendor.
        boolean otherVendor = top.setting(ConfigKey.PROVIDER)
                .flatMap(theirs ->
                        setting(ConfigKey.PROVIDER).filter(own -> !own.text().equals(theirs.text())))
                .isPresent();
        merged.values().removeIf(setting -> {
            ConfigKey key = setting.name().key();
            return ((ownCredentials || otherVendor) && key.isCredential())
                    || (otherVendor && (key == ConfigKey.BASE_URL || key == ConfigKey.CROSSWALK));
        });
        merged.putAll(settings);
        return new Scope(connection, merged);
    }

    /** The name of the connection; empty at the top level. */
    public String connection() {
        return connection;
    }

    /** What is set, or else the default. */
    public Optional<String> text(ConfigKey key) {
        Setting setting = settings.get(key.key());
        return setting == null ? key.defaultText() : Optional.of(setting.text());
    }

    /** The values of a key that ends in a name of the user's choice, by that name, sorted. */
    public SortedMap<String, String> named(ConfigKey key) {
        SortedMap<String, String> values = new TreeMap<>();
        namedSettings(key).forEach((name, setting) -> values.put(name, setting.text()));
        return Collections.unmodifiableSortedMap(values);
    }

    /** The same in the order in which they are written: by source, and in a file by line. */
    public Map<String, String> namedAsWritten(ConfigKey key) {
        List<Setting> inOrder = new ArrayList<>(namedSettings(key).values());
        Collections.sort(inOrder);
        Map<String, String> values = new LinkedHashMap<>();
        inOrder.forEach(setting -> values.put(setting.name().name(), setting.text()));
        return Collections.unmodifiableMap(values);
    }

    /** The settings of a key that ends in a name of the user's choice, by that name. */
    SortedMap<String, Setting> namedSettings(ConfigKey key) {
        SortedMap<String, Setting> named = new TreeMap<>();
        for (Setting setting : settings.values()) {
            if (setting.name().key() == key) {
                named.put(setting.name().name(), setting);
            }
        }
        return named;
    }

    Optional<Setting> setting(ConfigKey key) {
        return Optional.ofNullable(settings.get(key.key()));
    }

    boolean has(ConfigKey key) {
        return settings.containsKey(key.key());
    }

    /** The key as the user would write it to set it here. */
    String keyHere(ConfigKey key) {
        return new KeyName(connection, key, "").full();
    }

    /** What is set here, under the names of the top level. */
    Stream<Setting> atTop() {
        return settings.values().stream()
                .map(setting -> setting.withName(setting.name().atTop()));
    }

    /** What is set here, under its own names. */
    Stream<Setting> own() {
        return settings.values().stream();
    }

    /** Every value with its effective key, the defaults included; secrets masked. */
    Stream<ConfigEntry> describe() {
        Stream<ConfigEntry> set = settings.entrySet().stream().map(Scope::entry);
        Stream<ConfigEntry> defaults = Stream.of(ConfigKey.values())
                .filter(key -> !has(key))
                .flatMap(key -> key.defaultText().map(text -> new ConfigEntry(key.key(), text, "default")).stream());
        return Stream.concat(set, defaults);
    }

    /** What is set here, with the keys as written; secrets masked. */
    Stream<ConfigEntry> describeOwn() {
        return settings.values().stream()
                .map(setting -> new ConfigEntry(
                        setting.name().full(), setting.shown(), setting.source().text()));
    }

    private static ConfigEntry entry(Map.Entry<String, Setting> setting) {
        return new ConfigEntry(
                setting.getKey(),
                setting.getValue().shown(),
                setting.getValue().source().text());
    }
}
