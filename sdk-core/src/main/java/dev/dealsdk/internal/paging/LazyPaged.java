package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.Paged;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A listing that asks for a page when its first element is wanted.
 *
 * @param <T> what is listed
 */
public final class LazyPaged<T> implements Paged<T> {
    private final Optional<String> start;
    private final Function<Optional<String>, Page<T>> fetch;
    private final Function<T, String> idOf;

    /**
     * @param start where to begin; empty for the first page
     * @param fetch makes the request for the page at a token
     * @param idOf what tells a row that was delivered already from one that was not
     */
    public LazyPaged(Optional<String> start, Function<Optional<String>, Page<T>> fetch, Function<T, String> idOf) {
        this.start = start;
        this.fetch = fetch;
        this.idOf = idOf;
    }

    @Override
    public Iterable<Page<T>> pages() {
        return this::pageIterator;
    }

    @Override
    public Iterator<T> iterator() {
        return new ItemIterator<>(pageIterator());
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                Spliterator.ORDERED | Spliterator.NONNULL,
                false);
    }

    private PageIterator<T> pageIterator() {
        return new PageIterator<>(start, fetch, idOf);
    }
}
