package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.call.ClientName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page after the other, as long as pages bring something new. */
final class PageIterator<T> implements Iterator<Page<T>> {

    /** Two: as many new rows as a page is long may push one whole page into the next. */
    private static final int MAX_REPEATED_PAGES = 2;

    /** In a row; a vendor that leaves out what the token may not see sends some. */
    private static final int MAX_EMPTY_PAGES = 20;

    private static final String ENDLESS =
            "the vendor names a next page, but repeats pages or sends empty ones without end; the listing ends here";

    private final PageFetch<T> fetch;
    private final Function<T, String> idOf;
    private final ClientName client;
    private final RecentIds delivered = new RecentIds();
    private final RecentIds problems = new RecentIds();
    private final RecentIds others = new RecentIds();
    private Optional<String> next;
    private List<T> latest = List.of();
    private boolean first = true;
    private boolean toldOfContradiction;
    private int repeatedPages;
    private int emptyPages;

    PageIterator(Optional<String> start, PageFetch<T> fetch, Function<T, String> idOf, ClientName client) {
        this.next = start;
        this.fetch = fetch;
        this.idOf = idOf;
        this.client = client;
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
        Fetched<T> fetched = fetch.pageAt(next);
        Page<T> page = fetched.page();
        Page<T> fresh = withoutDelivered(page);
        boolean sameTokenAgain =
                page.nextPageToken().isPresent() && page.nextPageToken().equals(next);
        count(page, fresh, fetched.leftOut());
        next = page.nextPageToken();
        boolean readsOn = !first;
        // Only now: after a failure the same page is asked for again.
        first = false;
        tellContradiction(page);
        if (next.isPresent()
                && (sameTokenAgain || repeatedPages >= MAX_REPEATED_PAGES || emptyPages >= MAX_EMPTY_PAGES)) {
            next = Optional.empty();
            log().warn("{}: {}", client, ENDLESS);
            return Page.<T>builder()
                    .from(fresh)
                    .addProblems(RecordProblem.ofPage(ENDLESS))
                    .nextPageToken(Optional.empty())
                    .build();
        }
        if (readsOn && next.isPresent()) {
            fetch.begin(next, this);
        }
        return fresh;
    }

    /** Ends what is fetched for pages that nobody will ask for. */
    void abandon() {
        fetch.cancel();
    }

    private void count(Page<T> page, Page<T> fresh, List<String> leftOut) {
        // Both remember what they have seen.
        boolean newProblems = bringsNewProblems(page);
        boolean newOthers = bringsNewOthers(leftOut);
        boolean bringsNews = newProblems || newOthers || !fresh.items().isEmpty();
        boolean isEmpty = page.items().isEmpty()
                && leftOut.isEmpty()
                && (page.problems().isEmpty() || page.problems().stream().allMatch(RecordProblem::isOfPage));
        repeatedPages = bringsNews ? 0 : isEmpty ? repeatedPages : repeatedPages + 1;
        emptyPages = bringsNews ? 0 : isEmpty ? emptyPages + 1 : emptyPages;
    }

    private boolean bringsNewOthers(List<String> leftOut) {
        boolean bringsNews = false;
        for (String id : leftOut) {
            bringsNews |= others.add(id);
        }
        others.endOfPage(leftOut.size());
        return bringsNews;
    }

    /** Once for each listing: mostly all pages have the same. */
    private void tellContradiction(Page<T> page) {
        if (toldOfContradiction || page.problems().isEmpty()) {
            return;
        }
        page.problems().stream().filter(RecordProblem::isOfPage).findFirst().ifPresent(problem -> {
            toldOfContradiction = true;
            log().warn("{}: the vendor's counters of a page contradict each other: {}", client, problem.message());
        });
    }

    private boolean bringsNewProblems(Page<T> page) {
        if (page.problems().isEmpty()) {
            problems.endOfPage(0);
            return false;
        }
        boolean bringsNews = false;
        for (RecordProblem problem : page.problems()) {
            bringsNews |= !problem.isOfPage() && problems.add(problem.rawJson());
        }
        problems.endOfPage(page.problems().size());
        return bringsNews;
    }

    private Page<T> withoutDelivered(Page<T> page) {
        // Not as soon as they are delivered: most listings have no second page.
        for (T item : latest) {
            delivered.add(idOf.apply(item));
        }
        delivered.endOfPage(latest.size());
        latest = page.items();
        if (delivered.isEmpty()) {
            return page;
        }
        List<T> fresh = new ArrayList<>(page.items().size());
        for (T item : page.items()) {
            if (!delivered.contains(idOf.apply(item))) {
                fresh.add(item);
            }
        }
        return fresh.size() == page.items().size()
                ? page
                : Page.<T>builder().from(page).items(fresh).build();
    }

    /** Not a constant: most listings have nothing to tell, and finding a logger is a good part of a first call. */
    private static Logger log() {
        return LoggerFactory.getLogger("dev.dealsdk.list");
    }
}
