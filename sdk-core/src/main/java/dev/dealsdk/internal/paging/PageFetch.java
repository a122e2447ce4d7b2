package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.spi.Call;
import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages: when they are asked for or, once it is clear that the reader goes on, the next one ahead. One and no more: its
 * token is in the page before it, and a page that waits for its reader costs memory and quota but gains nothing.
 */
final class PageFetch<T> {
    private final Function<Optional<String>, Call<Page<T>>> pageAt;
    private final boolean ahead;
    private final UnderWay<T> underWay = new UnderWay<>();
    private boolean watched;

    PageFetch(Function<Optional<String>, Call<Page<T>>> pageAt, boolean ahead) {
        this.pageAt = pageAt;
        this.ahead = ahead;
    }

    /** The page at a token, which is the one that was begun if any was. */
    Page<T> pageAt(Optional<String> token) {
        CompletableFuture<Page<T>> begun = underWay.take();
        if (begun != null) {
            try {
                return begun.get();
            } catch (ExecutionException failed) {
                throw unchecked(failed);
            } catch (InterruptedException interrupted) {
                begun.cancel(true);
                // The call that follows ends at once for this, and tells it as every interrupted call does.
                Thread.currentThread().interrupt();
            } catch (CancellationException cancelled) {
                // Its stream was closed and is read all the same.
            }
        }
        return pageAt.apply(token).execute();
    }

    /**
     * Begins to fetch the page that will be asked for next, and ends it when the reader becomes garbage.
     *
     * @param reader who will ask
     */
    void begin(Optional<String> token, Object reader) {
        if (!ahead) {
            return;
        }
        if (!watched) {
            watched = true;
            Watch.CLEANER.register(reader, underWay);
        }
        CompletableFuture<Page<T>> page;
        try {
            page = pageAt.apply(token).submit();
        } catch (RuntimeException failed) {
            // Told where the page is asked for.
            page = CompletableFuture.failedFuture(failed);
        }
        underWay.set(page);
    }

    /** Ends what has begun. */
    void cancel() {
        underWay.run();
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    /** What is under way; knows nothing of the reader, so that the reader can become garbage. */
    private static final class UnderWay<T> implements Runnable {
        private final AtomicReference<@Nullable CompletableFuture<Page<T>>> page = new AtomicReference<>();

        @Nullable
        CompletableFuture<Page<T>> take() {
            return page.getAndSet(null);
        }

        void set(CompletableFuture<Page<T>> begun) {
            page.set(begun);
        }

        @Override
        public void run() {
            CompletableFuture<Page<T>> begun = take();
            if (begun != null) {
                begun.cancel(true);
            }
        }
    }

    /** Its thread exists from the first listing on that reaches a second page. */
    private static final class Watch {
        static final Cleaner CLEANER = Cleaner.create();

        private Watch() {}
    }
}
