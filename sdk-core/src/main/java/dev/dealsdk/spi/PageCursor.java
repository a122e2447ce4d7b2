package dev.dealsdk.spi;

import dev.dealsdk.DealQuery;
import java.util.ArrayList;
import java.util.List;
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

    /** {@return this place as a page token} */
    public String token() {
        return position + "x" + size;
    }

    /** {@return the number of the page, where positions are page numbers} */
    public int page() {
        return Math.toIntExact(position);
    }

    /** {@return the page after this one, where positions are page numbers} */
    public PageCursor pageAfter() {
        return new PageCursor(position + 1, size);
    }

    /** {@return the place after as many elements as were asked for, where positions are offsets} */
    public PageCursor rowsAfter() {
        return new PageCursor(position + size, size);
    }

    /**
     * {@return where the listing goes on, where positions are page numbers} Any of the vendor's numbers that says there is
     * more is believed, and none that cannot be true ends a listing: then only an empty page does. The same holds where the
     * vendor says nothing at all, since its largest page may be smaller than was asked for.
     *
     * @param rows how many elements came, readable or not
     * @param next the number of the next page, where the vendor names it
     * @param pages how many pages there are, as the vendor says
     * @param total how many elements there are on all pages, as the vendor says
     * @param answered the size of a page, as the vendor says; it may be less than was asked for
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
     * {@return where the listing goes on, where positions are offsets: after what came, which may be less than was asked for}
     * A total that cannot be true ends no listing, nor does none: then only an empty page does.
     *
     * @param rows how many elements came, readable or not
     * @param total how many elements there are on all pages, as the vendor says
     * @param answered the size of a page, as the vendor says
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

    /** What a vendor's numbers say of one page, which need not agree. */
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
