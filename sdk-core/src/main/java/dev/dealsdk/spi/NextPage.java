package dev.dealsdk.spi;

import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import java.util.Optional;

/**
 * Where a listing goes on after a page, by the vendor's own numbers.
 *
 * @param cursor where the next page begins; empty after the last one
 * @param contradiction what the numbers say that cannot all be true, as one sentence; empty when they agree
 * @param total how many elements there are on all pages, as the vendor says; empty when it says nothing, or fewer than came
 */
public record NextPage(Optional<PageCursor> cursor, Optional<String> contradiction, Optional<Long> total) {

    /**
     * {@return a page with its token, its total and, where the numbers contradict each other, a problem that says so}
     *
     * @param <T> what is listed
     * @param page with its items and its own problems
     */
    public <T> Page<T> after(Page.Builder<T> page) {
        contradiction.map(RecordProblem::ofPage).ifPresent(page::addProblems);
        return page.total(total).nextPageToken(cursor.map(PageCursor::token)).build();
    }
}
