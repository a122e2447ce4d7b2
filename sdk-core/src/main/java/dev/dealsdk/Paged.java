package dev.dealsdk;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A listing whose pages are fetched while it is read.
 *
 * <p>No request is sent before the first item or page is requested, and each iteration starts a new listing. From the
 * second page on, the next page is fetched while the caller reads the current one, unless {@code deals.prefetch-pages}
 * is false. If such a fetch fails, the exception is thrown when the caller reaches that page.
 *
 * <p>A row that the vendor repeats because its pages shifted is delivered once, as long as the two occurrences are at
 * most ten pages apart. If a vendor repeats pages endlessly, the listing ends. A record that cannot be read is logged
 * and left out of the items; {@link Page#problems()} contains it.
 *
 * <p>A listing is safe for use by multiple threads. Its iterators and streams are not.
 *
 * @param <T> the type of the items
 */
public interface Paged<T> extends Iterable<T> {

    /**
     * Starts a new listing and returns an iterator over its items.
     *
     * @return an iterator that fetches the next page when it is needed
     * @throws DealsException from {@link Iterator#hasNext()} or {@link Iterator#next()}, if a page cannot be fetched;
     *     calling the method again fetches the same page again
     */
    @Override
    Iterator<T> iterator();

    /**
     * {@return the items as a sequential stream, with the exceptions of {@link #iterator()}} The stream need not be
     * closed. Closing a stream that was not read to the end cancels a fetch in progress.
     */
    Stream<T> stream();

    /** {@return the pages with their problems and tokens, with the exceptions of {@link #iterator()}} */
    Iterable<Page<T>> pages();
}
