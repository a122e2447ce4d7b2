package dev.dealsdk.spi;

import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import java.util.Optional;

/**
 * The position of the next page of a listing, as computed from the vendor's counters.
 *
 * @param cursor the start of the next page; empty after the last one
 * @param contradiction a sentence about counters that cannot all be true; empty if they agree
 * @param total the number of elements on all pages, as the vendor reports it; empty if the vendor reports none, or
 *     fewer than it sent
 */
public record NextPage(Optional<PageCursor> cursor, Optional<String> contradiction, Optional<Long> total) {

    /**
     * {@return a page with its token, its total and, if the counters contradict each other, a problem that describes
     * the contradiction}
     *
     * @param <T> the type of the items
     * @param page the page, with its items and its own problems
     */
    public <T> Page<T> after(Page.Builder<T> page) {
        contradiction.map(RecordProblem::ofPage).ifPresent(page::addProblems);
        return page.total(total).nextPageToken(cursor.map(PageCursor::token)).build();
    }
}
