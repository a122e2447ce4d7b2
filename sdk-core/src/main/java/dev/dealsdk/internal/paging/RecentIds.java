package dev.dealsdk.internal.paging;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the last pages: enough to notice rows that shifted, and no more, however long the listing is. */
final class RecentIds {
    private static final int PAGES = 10;
    private static final int AT_LEAST = 1_000;

    private final Set<String> ids = new LinkedHashSet<>();
    private int longestPage;

    /** Whether the id is new. */
    boolean add(String id) {
        return ids.add(id);
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    void endOfPage(int size) {
        longestPage = Math.max(longestPage, size);
        int excess = ids.size() - Math.max(AT_LEAST, longestPage * PAGES);
        if (excess > 0) {
            var oldest = ids.iterator();
            for (int i = 0; i < excess; i++) {
                oldest.next();
                oldest.remove();
            }
        }
    }
}
