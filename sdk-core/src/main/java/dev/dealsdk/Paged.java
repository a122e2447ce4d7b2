package dev.dealsdk;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A listing that is fetched a page at a time while it is read.
 *
 * <p>No request is made before the first element or page is asked for. Every new iteration starts a new listing. Rows
 * that the vendor repeats on another page because its pages shifted are delivered once, as long as the repetition is at
 * most ten pages away; a vendor that repeats pages for ever ends the listing. A record that cannot be read is left out of
 * the items, reported to the log, and kept in {@link Page#problems()}. From the second page on, the next page is fetched
 * while one is read, unless {@code deals.prefetch-pages} is false; if that fails, it is told where the page would be used.
 * The listing may be shared between threads, an iterator or a stream of it may not.
 *
 * @param <T> what is listed
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * Starts a new listing and reads its items one by one.
     *
     * @return an iterator that fetches the next page when it is needed
     * @throws DealsException from {@link Iterator#hasNext()} or {@link Iterator#next()}, if a page cannot be fetched;
     *     asking again fetches the same page again
     */
    @Override
    Iterator<T> iterator();

    /**
     * {@return the items as a sequential stream, which need not be closed; closing one that is not read to its end cancels the
     * page that is being fetched} Throws as {@link #iterator()} does.
     */
    Stream<T> stream();

    /** {@return the pages with their problems and tokens} Throws as {@link #iterator()} does. */
    Iterable<Page<T>> pages();
}
