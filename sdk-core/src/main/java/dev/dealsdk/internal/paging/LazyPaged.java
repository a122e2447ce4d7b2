package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.Paged;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.ClientName;
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
    private final Function<Optional<String>, Fetched<T>> pageAt;
    private final Function<T, String> idOf;
    private final ClientName client;
    private final CallThreads threads;
    private final boolean ahead;

    /**
     * @param start where to begin; empty for the first page
     * @param pageAt fetches the page at a token
     * @param idOf what tells a row that was delivered already from one that was not
     * @param client who lists, for the log
     * @param threads where pages are fetched ahead
     * @param ahead whether the next page is fetched while one is read
     */
    public LazyPaged(
            Optional<String> start,
            Function<Optional<String>, Fetched<T>> pageAt,
            Function<T, String> idOf,
            ClientName client,
            CallThreads threads,
            boolean ahead) {
        this.start = start;
        this.pageAt = pageAt;
        this.idOf = idOf;
        this.client = client;
        this.threads = threads;
        this.ahead = ahead;
    }

    @Override
    public Iterable<Page<T>> pages() {
        return this::pageIterator;
    }

    @Override
    public Iterator<T> iterator() {
        return new ItemIterator<>(pageIterator(), client);
    }

    @Override
    public Stream<T> stream() {
        PageIterator<T> pages = pageIterator();
        return StreamSupport.stream(
                        () -> Spliterators.spliteratorUnknownSize(
                                new ItemIterator<>(pages, client), Spliterator.ORDERED | Spliterator.NONNULL),
                        Spliterator.ORDERED | Spliterator.NONNULL,
                        false)
                .onClose(pages::abandon);
    }

    private PageIterator<T> pageIterator() {
        return new PageIterator<>(start, new PageFetch<>(pageAt, threads, ahead), idOf, client);
    }
}
