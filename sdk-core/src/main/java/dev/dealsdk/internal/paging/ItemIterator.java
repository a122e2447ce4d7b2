package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.internal.call.ClientName;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The items of one page after the other. What could not be read is reported to the log, without its content. */
final class ItemIterator<T> implements Iterator<T> {
    private final Iterator<Page<T>> pages;
    private final ClientName client;
    private Iterator<T> items = Collections.emptyIterator();

    ItemIterator(Iterator<Page<T>> pages, ClientName client) {
        this.pages = pages;
        this.client = client;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            if (!pages.hasNext()) {
                return false;
            }
            Page<T> page = pages.next();
            page.problems().forEach(this::report);
            items = page.items().iterator();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    private void report(RecordProblem problem) {
        if (problem.isOfPage()) {
            // The listing of pages has told it.
            return;
        }
        log().warn(
                        "{}: record {} of a page was left out: {}; Paged.pages() gives its raw JSON",
                        client,
                        problem.index(),
                        problem.message());
    }

    /** Not a constant: most listings have nothing to tell, and finding a logger is a good part of a first call. */
    private static Logger log() {
        return LoggerFactory.getLogger("dev.dealsdk.list");
    }
}
