package dev.dealsdk.spi;

import dev.dealsdk.DealQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A position in a listing that a vendor divides by page numbers or offsets. A position is meaningful only together with
 * the page size, so the page token contains both: {@code 3x100}.
 *
 * @param position the page number, or the number of elements before this position
 * @param size the page size that is requested
 */
public record PageCursor(long position, int size) {

    /**
     * {@return the start of a query, or the position in its page token}
     *
     * @param query a query with a page token from {@link #token()}, or with none
     * @param first the position of the first page: 1 for page numbers, 0 for offsets
     * @param maxSize the maximum page size of the vendor, which is requested unless the query requests less
     * @param call the call to refuse
     * @throws dev.dealsdk.InvalidRequestException if the query has a page token that is not from {@link #token()}
     */
    public static PageCursor of(DealQuery query, int first, int maxSize, CallScope call) {
        Optional<String> token = query.pageToken();
        return token.isPresent()
                ? parse(token.get(), first, maxSize, call)
                : new PageCursor(first, query.pageSize().orElse(maxSize));
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

    /** {@return this position as a page token} */
    public String token() {
        return position + "x" + size;
    }

    /** {@return the page number, if positions are page numbers} */
    public int page() {
        return Math.toIntExact(position);
    }

    /** {@return the next page, if positions are page numbers} */
    public PageCursor pageAfter() {
        return new PageCursor(position + 1, size);
    }

    /** {@return the position after a full page, if positions are offsets} */
    public PageCursor rowsAfter() {
        return new PageCursor(position + size, size);
    }

    /**
     * {@return the next page, if positions are page numbers} The listing continues if any of the vendor's counters says
     * that there is more. A counter that cannot be true does not end the listing; only an empty page does. The same
     * applies if the vendor sends no counters at all, because its maximum page size may be smaller than the requested
     * one.
     *
     * @param rows the number of elements on this page, readable or not
     * @param next the number of the next page, if the vendor sends it
     * @param pages the number of pages, if the vendor sends it
     * @param total the number of elements on all pages, if the vendor sends it
     * @param answered the page size, if the vendor sends it; it may be smaller than the requested one
     */
    public NextPage nextPage(
            int rows,
            Optional<Integer> next,
            Optional<Integer> pages,
            Optional<Long> total,
            Optional<Integer> answered) {
        int full = fullPage(answered);
        long delivered = (position - 1) * full + rows;
        Counters said = new Counters(rows, full);
        if (next.isPresent()) {
            said.says("the next page is " + next.get(), next.get() > position, next.get() <= position);
        }
        if (pages.isPresent()) {
            long last = pages.get();
            said.says("there are " + last + " pages", last > position, rows > 0 && last < position);
        }
        return said.end("page " + position, answered.isPresent(), pageAfter(), total, delivered);
    }

    /**
     * {@return the next page, if positions are offsets: the position after the elements that arrived, which may be
     * fewer than requested} If the total is missing or cannot be true, only an empty page ends the listing.
     *
     * @param rows the number of elements on this page, readable or not
     * @param total the number of elements on all pages, if the vendor sends it
     * @param answered the page size, if the vendor sends it
     */
    public NextPage afterRows(int rows, Optional<Long> total, Optional<Integer> answered) {
        int full = Math.min(size, fullPage(answered));
        long delivered = position + rows;
        Counters said = new Counters(rows, full);
        PageCursor after = new PageCursor(rows > 0 ? delivered : position + full, size);
        return said.end("the page after " + position + " elements", answered.isPresent(), after, total, delivered);
    }

    private int fullPage(Optional<Integer> answered) {
        return answered.filter(given -> given > 0).orElse(size);
    }

    /** The statements of a vendor's counters about one page, which may contradict each other. */
    private static final class Counters {
        private final int rows;
        private final int full;
        private final List<String> more = new ArrayList<>();
        private final List<String> atEnd = new ArrayList<>();
        private final List<String> untrue = new ArrayList<>();

        Counters(int rows, int full) {
            this.rows = rows;
            this.full = full;
        }

        void says(String what, boolean saysMore, boolean cannotBe) {
            (saysMore ? more : cannotBe ? untrue : atEnd).add(what);
        }

        NextPage end(String page, boolean sized, PageCursor after, Optional<Long> total, long delivered) {
            boolean isTooSmall = total.isPresent() && total.get() < delivered;
            if (total.isPresent()) {
                says("there are " + total.get(), total.get() > delivered, rows > 0 && isTooSmall);
            }
            boolean silent = more.isEmpty() && atEnd.isEmpty() && untrue.isEmpty();
            boolean perhaps = !untrue.isEmpty() || (silent && (!sized || rows >= full));
            boolean goesOn = !more.isEmpty() || (perhaps && rows > 0);
            return new NextPage(
                    goesOn ? Optional.of(after) : Optional.empty(),
                    contradiction(page),
                    isTooSmall ? Optional.empty() : total);
        }

        private Optional<String> contradiction(String page) {
            boolean isShort = rows < full && !more.isEmpty();
            if (!isShort && untrue.isEmpty() && (more.isEmpty() || atEnd.isEmpty())) {
                return Optional.empty();
            }
            List<String> all = new ArrayList<>(more);
            all.addAll(untrue);
            all.addAll(atEnd);
            return Optional.of(page + " holds " + rows + " elements, and the vendor says: " + String.join(", ", all)
                    + ", " + full + " on a page");
        }
    }
}
