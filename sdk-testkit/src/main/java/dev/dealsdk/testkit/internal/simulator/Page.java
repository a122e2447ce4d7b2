package dev.dealsdk.testkit.internal.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param number from 1; may lie past the end, the page is then empty
 * @param size the size asked for, not the number of items
 * @param total items on all pages together
 */
public record Page(List<@Nullable Object> items, long number, int size, int total) {

    public static Page of(List<@Nullable Object> all, long number, int size) {
        // Divides instead of multiplying: any page number a client may ask for must not overflow.
        boolean pastEnd = number > pages(all.size(), size);
        int from = pastEnd ? all.size() : (int) (number - 1) * size;
        int to = Math.min(from + size, all.size());
        return new Page(all.subList(from, to), number, size, all.size());
    }

    /** Zero for an empty list. */
    public int pages() {
        return pages(total, size);
    }

    private static int pages(int total, int size) {
        return (total + size - 1) / size;
    }
}
