package dev.dealsdk.cli;

import java.util.Collection;
import java.util.List;

/** Suggests known names for a misspelled one. */
final class Nearest {
    private static final int MOST_SLIPS = 2;

    private Nearest() {}

    /** The names within an edit distance of two, the nearest first. */
    static List<String> to(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> slips(written, name) <= Math.min(MOST_SLIPS, name.length() / 2))
                .sorted((one, other) -> Integer.compare(slips(written, one), slips(written, other)))
                .toList();
    }

    /** The edit distance, in which swapping two neighbouring letters counts as one edit. */
    private static int slips(String written, String name) {
        int[][] slips = new int[written.length() + 1][name.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= name.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, written, i, name, j);
            }
        }
        return slips[written.length()][name.length()];
    }

    private static int cheapest(int[][] slips, String written, int i, String name, int j) {
        boolean same = written.charAt(i - 1) == name.charAt(j - 1);
        int fewest = Math.min(slips[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && written.charAt(i - 1) == name.charAt(j - 2)
                && written.charAt(i - 2) == name.charAt(j - 1);
        return swapped ? Math.min(fewest, 1 + slips[i - 2][j - 2]) : fewest;
    }
}
