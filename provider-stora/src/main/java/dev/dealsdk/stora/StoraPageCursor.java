package dev.dealsdk.stora;

import dev.dealsdk.spi.CallScope;
import java.util.Optional;

/**
 * A place in a listing by page numbers: they mean nothing without the size of the pages.
 *
 * @param page from 1
 * @param limit elements a page
 */
record StoraPageCursor(int page, int limit) {

    /**
     * Where a listing goes on.
     *
     * @throws dev.dealsdk.InvalidRequestException if the text is no cursor of this provider
     */
    static StoraPageCursor parse(String text, CallScope scope) {
        String[] parts = text.split("x", 2);
        try {
            int page = Integer.parseInt(parts[0]);
            int limit = Integer.parseInt(parts.length == 2 ? parts[1] : "");
            if (page >= 1 && limit >= 1 && limit <= StoraCapabilities.MAX_LIMIT) {
                return new StoraPageCursor(page, limit);
            }
        } catch (NumberFormatException foreign) {
            // Refused below, as one with numbers out of range.
        }
        throw scope.invalid("pageToken", "is not one of stora");
    }

    /**
     * The place after this one; empty when this was the last one.
     *
     * @param rows how many elements came, readable or not
     */
    Optional<StoraPageCursor> after(Optional<StoraPagination> pagination, int rows) {
        boolean more = pagination
                .flatMap(this::hasMore)
                // Without pagination, which is documented but was never promised: a full page may not be the last one.
                .orElse(rows >= limit);
        return more && rows > 0 ? Optional.of(new StoraPageCursor(page + 1, limit)) : Optional.empty();
    }

    /**
     * {@code next} is a page number, or null at the end [docs: list-all-stages]; a null alone could also be a missing
     * one.
     */
    private Optional<Boolean> hasMore(StoraPagination pagination) {
        if (pagination.next().filter(next -> next > page).isPresent()) {
            return Optional.of(true);
        }
        return pagination
                .pages()
                .map(pages -> page < pages)
                .or(() -> pagination.count().map(count -> (long) page * limit < count));
    }

    String text() {
        return page + "x" + limit;
    }
}
