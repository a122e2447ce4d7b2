package dev.dealsdk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The lists of builders. What is immutable already is taken as it is, not copied. */
final class Lists {
    private Lists() {}

    /**
     * The elements a builder has, and more of them behind.
     *
     * @param present what this method gave before, or an immutable list; may be changed if it is the former
     */
    static <T> List<T> joined(List<T> present, Iterable<? extends T> more) {
        if (present.isEmpty() && more instanceof Collection<? extends T> all) {
            // Costs nothing when it is immutable.
            return List.copyOf(all);
        }
        List<T> joined = present instanceof ArrayList<T> ? present : new ArrayList<>(present);
        more.forEach(joined::add);
        return joined;
    }
}
