package dev.dealsdk.stora;

import dev.dealsdk.spi.NextPage;
import dev.dealsdk.spi.PageCursor;
import java.util.Optional;

/**
 * The position of a page in its list [docs: list-all-stages].
 *
 * @param count the number of elements on all pages
 * @param last the number of the last page
 * @param limit the page size
 * @param next the number of the next page; empty on the last page
 * @param page the number of this page, from 1
 * @param pages the number of pages
 * @param prev the number of the previous page; empty on the first page
 */
public record StoraPagination(
        Optional<Long> count,
        Optional<Integer> last,
        Optional<Integer> limit,
        Optional<Integer> next,
        Optional<Integer> page,
        Optional<Integer> pages,
        Optional<Integer> prev) {
    private static final StoraPagination NOTHING = new StoraPagination(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Returns the page that follows. */
    static NextPage next(Optional<StoraPagination> said, PageCursor place, int rows) {
        StoraPagination pagination = said.orElse(NOTHING);
        return place.nextPage(rows, pagination.next, pagination.pages, pagination.count, pagination.limit);
    }
}
