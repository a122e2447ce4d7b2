package dev.dealsdk.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Environment variables as keys. A variable cannot say whether its letters were small or its underscores dots, so the
 * names that other sources use come first; a name that none of them uses is taken in lower case.
 */
final class EnvironmentNames {
    static final String PREFIX = "DEALS_";
    private static final String CONNECTIONS = "DEALS_CONNECTIONS_";

    private final List<KeyName> known;

    EnvironmentNames(Collection<KeyName> known) {
        this.known = known.stream().sorted(Comparator.comparing(KeyName::full)).toList();
    }

    /** {@code deals.call-timeout} as {@code DEALS_CALL_TIMEOUT}. */
    static String variable(String key) {
        String upper = key.toUpperCase(Locale.ROOT);
        StringBuilder variable = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i += Character.charCount(upper.codePointAt(i))) {
            int character = upper.codePointAt(i);
            variable.appendCodePoint(isKept(character) ? character : '_');
        }
        return variable.toString();
    }

    private static boolean isKept(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || character == '*';
    }

    /** Empty if the variable is none of the configuration's. */
    Optional<KeyName> key(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return upper.startsWith(CONNECTIONS) ? ofConnection(upper) : topLevel(upper);
    }

    private Optional<KeyName> topLevel(String variable) {
        for (ConfigKey key : ConfigKey.values()) {
            String stem = variable(key.stem());
            if (key.isNamed() && variable.startsWith(stem) && variable.length() > stem.length()) {
                return Optional.of(new KeyName("", key, name(key, variable.substring(stem.length()))));
            }
            if (variable.equals(stem) && !key.isNamed() && key != ConfigKey.CONNECTIONS) {
                return Optional.of(new KeyName("", key, ""));
            }
        }
        return Optional.empty();
    }

    private String name(ConfigKey key, String part) {
        return known.stream()
                .filter(other -> other.key() == key)
                .map(KeyName::name)
                .filter(name -> variable(name).equals(part))
                .findFirst()
                .orElseGet(() -> {
                    String lower = part.toLowerCase(Locale.ROOT);
                    return key.namesField() ? lower.replace('_', '-') : lower;
                });
    }

    private Optional<KeyName> ofConnection(String variable) {
        for (KeyName other : known) {
            String start = CONNECTIONS + variable(other.connection()) + "_";
            Optional<KeyName> key =
                    variable.startsWith(start) && !other.connection().isEmpty()
                            ? ofConnection(other.connection(), variable.substring(start.length()))
                            : Optional.empty();
            if (key.isPresent()) {
                return key;
            }
        }
        return ofNewConnection(variable);
    }

    /** Both the connection's name and the key may hold underscores: the shortest name that leaves a key is taken. */
    private Optional<KeyName> ofNewConnection(String variable) {
        int end = variable.indexOf('_', CONNECTIONS.length() + 1);
        while (end > 0) {
            String connection = variable.substring(CONNECTIONS.length(), end).toLowerCase(Locale.ROOT);
            Optional<KeyName> key = ofConnection(connection, variable.substring(end + 1));
            if (key.isPresent()) {
                return key;
            }
            end = variable.indexOf('_', end + 1);
        }
        return Optional.empty();
    }

    private Optional<KeyName> ofConnection(String connection, String rest) {
        return topLevel(PREFIX + rest).flatMap(key -> key.in(connection));
    }
}
