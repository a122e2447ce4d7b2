package dev.dealsdk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Creates the lists of builders, without copying lists that are already immutable. */
final class Lists {
    private Lists() {}

    /**
     * Returns the elements that a builder has, followed by more elements.
     *
     * @param present a result of this method, which may be modified, or an immutable list
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
