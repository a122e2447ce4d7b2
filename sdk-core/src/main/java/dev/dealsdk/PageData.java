package dev.dealsdk;

import java.util.List;
import java.util.Optional;

/** The one implementation of {@link Page}; written by hand, since a generated one copies its lists once for each step. */
record PageData<T>(List<T> items, List<RecordProblem> problems, Optional<Long> total, Optional<String> nextPageToken)
        implements Page<T> {
    @Override
    public String toString() {
        return "Page{items=" + items + ", problems=" + problems
                + total.map(count -> ", total=" + count).orElse("")
                + nextPageToken.map(token -> ", nextPageToken=" + token).orElse("")
                + '}';
    }
}
