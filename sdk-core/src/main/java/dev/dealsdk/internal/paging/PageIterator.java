package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page after the other, as long as pages bring something new. */
final class PageIterator<T> implements Iterator<Page<T>> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.list");

    /** Two: as many new rows as a page is long may push one whole page into the next. */
    private static final int MAX_PAGES_WITHOUT_NEWS = 2;

    private final Function<Optional<String>, Page<T>> fetch;
    private final Function<T, String> idOf;
    private final RecentIds delivered = new RecentIds();
    private final RecentIds problems = new RecentIds();
    private Optional<String> next;
    private boolean first = true;
    private int pagesWithoutNews;

    PageIterator(Optional<String> start, Function<Optional<String>, Page<T>> fetch, Function<T, String> idOf) {
        this.next = start;
        this.fetch = fetch;
        this.idOf = idOf;
    }

    @Override
    public boolean hasNext() {
        return first || next.isPresent();
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Page<T> page = fetch.apply(next);
        // Only now: after a failure the same page is asked for again.
        first = false;
        Page<T> fresh = withoutDelivered(page);
        boolean sameTokenAgain =
                page.nextPageToken().isPresent() && page.nextPageToken().equals(next);
        pagesWithoutNews = fresh.items().isEmpty() && !bringsNewProblems(page) ? pagesWithoutNews + 1 : 0;
        next = page.nextPageToken();
        if (next.isPresent() && (sameTokenAgain || pagesWithoutNews >= MAX_PAGES_WITHOUT_NEWS)) {
            LOG.warn("the vendor repeats pages or sends empty ones without end; the listing ends here");
            next = Optional.empty();
            return Page.<T>builder().from(fresh).nextPageToken(Optional.empty()).build();
        }
        return fresh;
    }

    private boolean bringsNewProblems(Page<T> page) {
        long news = page.problems().stream()
                .filter(problem -> problems.add(problem.rawJson()))
                .count();
        problems.endOfPage(page.problems().size());
        return news > 0;
    }

    private Page<T> withoutDelivered(Page<T> page) {
        List<T> fresh = page.items().stream()
                .filter(item -> delivered.add(idOf.apply(item)))
                .toList();
        delivered.endOfPage(page.items().size());
        return fresh.size() == page.items().size()
                ? page
                : Page.<T>builder().from(page).items(fresh).build();
    }
}
