package dev.dealsdk.spi;

import dev.dealsdk.DealQuery;
import java.util.Optional;

/**
 * A place in a listing that a vendor divides by page numbers or offsets. Such a number means nothing without the size of the
 * pages, so both are in the page token: {@code 3x100}.
 *
 * @param position the number of the page, or how many elements come before it
 * @param size elements a page, as they are asked for
 */
public record PageCursor(long position, int size) {

    /**
     * {@return where a query begins, or where its page token goes on}
     *
     * @param query with a page token of {@link #token()}, or none
     * @param first the position of the first page: 1 for page numbers, 0 for offsets
     * @param maxSize the largest page the vendor has; asked for unless the query asks for less
     * @param call the call to refuse
     * @throws dev.dealsdk.InvalidRequestException if the page token is not one of these
     */
    public static PageCursor of(DealQuery query, int first, int maxSize, CallScope call) {
        return query.pageToken()
                .map(token -> parse(token, first, maxSize, call))
                .orElseGet(() -> new PageCursor(first, query.pageSize().orElse(maxSize)));
    }

    private static PageCursor parse(String token, int first, int maxSize, CallScope call) {
        String[] parts = token.split("x", 2);
        try {
            PageCursor cursor =
                    new PageCursor(Long.parseLong(parts[0]), Integer.parseInt(parts.length == 2 ? parts[1] : ""));
            // A page number is a parameter of 32 bits at most vendors; the last one of all has no page after it.
            boolean isPage = first == 0 || cursor.position < Integer.MAX_VALUE;
            if (isPage && cursor.position >= first && cursor.size >= 1 && cursor.size <= maxSize) {
                return cursor;
            }
        } catch (NumberFormatException foreign) {
            // Refused below, as one with numbers out of range.
        }
        throw call.invalid("pageToken", "is not a page token of this provider");
    }

    /** {@return this place as a page token} */
    public String token() {
        return position + "x" + size;
    }

    /** {@return the number of the page, where positions are page numbers} */
    public int page() {
        return Math.toIntExact(position);
    }

    /**
     * {@return the next page, where positions are page numbers; empty if this was the last one} Any of the vendor's numbers
     * that says there is more is believed. Without numbers, or with numbers that cannot be true, a full page may not be the
     * last one.
     *
     * @param rows how many elements came, readable or not
     * @param next the number of the next page, where the vendor names it
     * @param pages how many pages there are, as the vendor says
     * @param total how many elements there are on all pages, as the vendor says
     * @param answered the size of a page, as the vendor says; it may be less than was asked for
     */
    public Optional<PageCursor> nextPage(
            int rows,
            Optional<Integer> next,
            Optional<Integer> pages,
            Optional<Long> total,
            Optional<Integer> answered) {
        int full = answered.filter(given -> given > 0).orElse(size);
        boolean named = (next.isPresent() && next.get() > position)
                || (pages.isPresent() && pages.get() > position)
                || (total.isPresent() && total.get() > position * full);
        boolean silent = next.isEmpty() && pages.isEmpty() && total.isEmpty();
        boolean untrue = (pages.isPresent() && pages.get() < position)
                || (total.isPresent() && total.get() < (position - 1) * full + rows);
        boolean more = named || ((silent || untrue) && rows >= full);
        return more && rows > 0 ? Optional.of(new PageCursor(position + 1, size)) : Optional.empty();
    }

    /**
     * {@return the place after the elements that came, where positions are offsets; empty if they were the last ones} By what
     * came, not by what was asked for: the vendor's largest page may be smaller than that.
     *
     * @param rows how many elements came, readable or not
     * @param total how many elements there are on all pages, as the vendor says
     * @param answered the size of a page, as the vendor says
     */
    public Optional<PageCursor> afterRows(int rows, Optional<Long> total, Optional<Integer> answered) {
        long next = position + rows;
        boolean full = rows >= Math.min(size, answered.orElse(size));
        // A total below what has been delivered cannot be true.
        boolean untold = total.isEmpty() || total.get() < next;
        boolean more = untold ? full : next < total.get();
        return more && rows > 0 ? Optional.of(new PageCursor(next, size)) : Optional.empty();
    }
}
