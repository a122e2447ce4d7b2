package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a user who wrote an unknown key or variable may have meant. */
final class KeySuggestions {
    private static final int MOST = 3;

    private KeySuggestions() {}

    /**
     * A key one could have written.
     *
     * @param text as messages show it, with NAME where the user has to choose a name
     * @param compared without that
     */
    private record Candidate(String text, String compared) {
        /** False for what only shows that the name of a connection is followed by a key. */
        boolean isKey() {
            return !text.equals(ConfigKey.CONNECTIONS.key());
        }

        Candidate asVariable() {
            return new Candidate(EnvironmentNames.variable(text), EnvironmentNames.variable(compared));
        }
    }

    /** The second half of a fault message. */
    static String forKey(String key) {
        boolean prefixed = key.regionMatches(true, 0, KeyName.PREFIX, 0, KeyName.PREFIX.length());
        String full = prefixed ? key : KeyName.PREFIX + key;
        return sentence(full, full.length() - level(full).length(), candidates(full));
    }

    static String forVariable(String variable) {
        String key = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        List<Candidate> variables =
                candidates(key).stream().map(Candidate::asVariable).toList();
        return sentence(variable, key.length() - level(key).length(), variables);
    }

    /** Whether one letter more, less or another, or two swapped, make it a known key, case aside. */
    static boolean isSlip(String key) {
        return candidates(key).stream()
                .filter(Candidate::isKey)
                .anyMatch(candidate -> Suggestions.distance(key, candidate.compared()) <= 1);
    }

    /** The same of a variable. */
    static boolean isSlipOfVariable(String variable) {
        return candidates(variable.toLowerCase(Locale.ROOT).replace('_', '.')).stream()
                .filter(Candidate::isKey)
                .anyMatch(candidate ->
                        Suggestions.distance(variable, candidate.asVariable().compared()) <= 1);
    }

    private static String sentence(String unknown, int ownLetters, List<Candidate> candidates) {
        TreeMap<Integer, List<String>> byDistance = new TreeMap<>();
        candidates.forEach(candidate -> byDistance
                .computeIfAbsent(Suggestions.distance(unknown, candidate.compared()), distance -> new ArrayList<>())
                .add(candidate.text()));
        Map.Entry<Integer, List<String>> nearest = byDistance.firstEntry();
        String named = nearest.getValue().stream().limit(MOST).collect(Collectors.joining(" or "));
        boolean slip = Suggestions.isSlip(nearest.getKey(), ownLetters);
        return slip ? "did you mean " + named + "?" : "the nearest known is " + named;
    }

    /** Every key, at the level of the unknown one, with what seems to be its name. */
    private static List<Candidate> candidates(String unknown) {
        String level = level(unknown);
        int dot = unknown.indexOf('.', level.length());
        String name = dot < 0 ? "" : unknown.substring(dot + 1);
        List<Candidate> candidates = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            String stem = level + key.stem().substring(KeyName.PREFIX.length());
            if (key.isNamed()) {
                String named = stem + name;
                candidates.add(
                        name.isEmpty()
                                ? new Candidate(level + key.key().substring(KeyName.PREFIX.length()), stem)
                                : new Candidate(named, named));
            } else if (key.isPerConnection() || level.equals(KeyName.PREFIX)) {
                candidates.add(key == ConfigKey.CONNECTIONS ? connection(name) : new Candidate(stem, stem));
            }
        }
        return candidates;
    }

    private static Candidate connection(String name) {
        String named = KeyName.CONNECTIONS + name;
        return name.contains(".") ? new Candidate(named, named) : new Candidate(ConfigKey.CONNECTIONS.key(), named);
    }

    /** {@code deals.connections.NAME.}, or else {@code deals.}. */
    private static String level(String key) {
        int dot = key.startsWith(KeyName.CONNECTIONS) ? key.indexOf('.', KeyName.CONNECTIONS.length()) : -1;
        return dot < 0 ? KeyName.PREFIX : key.substring(0, dot + 1);
    }
}
