package dev.dealsdk.play2sell;

import dev.dealsdk.spi.CallScope;
import java.util.Optional;

/**
 * A place in a listing by page numbers: they mean nothing without the size of the pages.
 *
 * @param page from 1
 */
record Play2SellPageCursor(int page, int perPage) {

    /**
     * Where a listing goes on.
     *
     * @throws dev.dealsdk.InvalidRequestException if the text is no cursor of this provider
     */
    static Play2SellPageCursor parse(String text, CallScope scope) {
        String[] parts = text.split("x", 2);
        try {
            int page = Integer.parseInt(parts[0]);
            int perPage = Integer.parseInt(parts.length == 2 ? parts[1] : "");
            if (page >= 1 && perPage >= 1 && perPage <= Play2SellCapabilities.MAX_PER_PAGE) {
                return new Play2SellPageCursor(page, perPage);
            }
        } catch (NumberFormatException foreign) {
            // Refused below, as one with numbers out of range.
        }
        throw scope.invalid("pageToken", "is not one of play2sell");
    }

    /** The place after a page; empty when that was the last one. */
    static Optional<Play2SellPageCursor> after(Play2SellDealPage answer, int page, int perPage) {
        int rows = answer.data().size() + answer.problems().size();
        // What becomes of a page size that Play2Sell does not like is not documented: pages may be smaller than asked
        // for.
        int size = answer.perPage().filter(given -> given > 0).orElse(perPage);
        boolean more = answer.totalPages()
                .map(pages -> page < pages)
                .or(() -> answer.total().map(total -> (long) page * size < total))
                // Without meta, which is documented but was never promised: a full page may not be the last one.
                .orElse(rows >= size);
        return more && rows > 0 ? Optional.of(new Play2SellPageCursor(page + 1, perPage)) : Optional.empty();
    }

    String text() {
        return page + "x" + perPage;
    }
}
