package dev.dealsdk.stora;

import dev.dealsdk.spi.NextPage;
import dev.dealsdk.spi.PageCursor;
import java.util.Optional;

/**
 * Where a page stands in its list [docs: list-all-stages].
 *
 * @param count how many elements there are on all pages together
 * @param last the number of the last page
 * @param limit elements a page
 * @param next the number of the next page; empty at the end
 * @param page the number of the page, from 1
 * @param pages how many pages there are
 * @param prev the number of the page before; empty at the beginning
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

    /** What comes after a page. */
    static NextPage next(Optional<StoraPagination> said, PageCursor place, int rows) {
        StoraPagination pagination = said.orElse(NOTHING);
        return place.nextPage(rows, pagination.next, pagination.pages, pagination.count, pagination.limit);
    }
}
