package dev.dealsdk.stardex;

import dev.dealsdk.spi.CallScope;
import java.util.Optional;

/**
 * A place in a search, with the size of its pages.
 *
 * @param offset how many deals come before it
 */
record StardexPageCursor(long offset, int limit) {

    /**
     * Where a search goes on.
     *
     * @throws dev.dealsdk.InvalidRequestException if the text is no cursor of this provider
     */
    static StardexPageCursor parse(String text, CallScope scope) {
        String[] parts = text.split("x", 2);
        try {
            long offset = Long.parseLong(parts[0]);
            int limit = Integer.parseInt(parts.length == 2 ? parts[1] : "");
            if (offset >= 0 && limit >= 1 && limit <= StardexCapabilities.MAX_LIMIT) {
                return new StardexPageCursor(offset, limit);
            }
        } catch (NumberFormatException foreign) {
            // Refused below, as one with numbers out of range.
        }
        throw scope.invalid("pageToken", "is not one of stardex");
    }

    /** The place after a page; empty when that was the last one. */
    Optional<StardexPageCursor> after(StardexDealPage answer) {
        // By what came, not by what was asked for: Stardex may send less than that, if its largest page is smaller.
        int rows = answer.data().size() + answer.problems().size();
        long next = offset + rows;
        boolean more = answer.total()
                .map(total -> next < total)
                // Without meta, which is inferred: a full page may not be the last one.
                .orElse(rows >= Math.min(limit, answer.limit().orElse(limit)));
        return more && rows > 0 ? Optional.of(new StardexPageCursor(next, limit)) : Optional.empty();
    }

    String text() {
        return offset + "x" + limit;
    }
}
