package dev.dealsdk.internal.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user who wrote an unknown name may have meant. */
public final class Suggestions {
    private Suggestions() {}

    /** The one name that was probably meant; empty if none is like it. */
    public static Optional<String> meant(String name, Collection<String> names) {
        return nearestFirst(name, names).stream()
                .limit(1)
                .filter(nearest -> isSlip(distance(name, nearest), name.length()))
                .findFirst();
    }

    /** A third of the letters wrong, or two of a short word, still counts as a slip of the pen. */
    public static boolean isSlip(int distance, int letters) {
        return distance <= Math.max(2, letters / 3);
    }

    /** All the names, the one most like the given name first. */
    public static List<String> nearestFirst(String name, Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Letters to insert, remove, replace, or swap with their neighbour, case aside. */
    public static int distance(String one, String other) {
        String a = comparable(one);
        String b = comparable(other);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    /** Cut, since the comparison takes time and room for each pair of letters. */
    private static String comparable(String text) {
        return text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
    }
}
