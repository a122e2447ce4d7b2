package dev.dealsdk.internal.paging;

import dev.dealsdk.internal.call.CallThreads;
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
    private final Function<Optional<String>, Fetched<T>> pageAt;
    private final CallThreads threads;
    private final boolean ahead;
    private final InFlight<T> inFlight = new InFlight<>();
    private boolean watched;

    PageFetch(Function<Optional<String>, Fetched<T>> pageAt, CallThreads threads, boolean ahead) {
        this.pageAt = pageAt;
        this.threads = threads;
        this.ahead = ahead;
    }

    /** The page at a token, which is the one that was begun if any was. */
    Fetched<T> pageAt(Optional<String> token) {
        CompletableFuture<Fetched<T>> begun = inFlight.take();
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
        return pageAt.apply(token);
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
            Watch.CLEANER.register(reader, inFlight);
        }
        inFlight.set(threads.submit(() -> pageAt.apply(token)));
    }

    /** Ends what has begun. */
    void cancel() {
        inFlight.run();
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    /** What is in flight; knows nothing of the reader, so that the reader can become garbage. */
    private static final class InFlight<T> implements Runnable {
        private final AtomicReference<@Nullable CompletableFuture<Fetched<T>>> page = new AtomicReference<>();

        @Nullable
        CompletableFuture<Fetched<T>> take() {
            return page.getAndSet(null);
        }

        void set(CompletableFuture<Fetched<T>> begun) {
            page.set(begun);
        }

        @Override
        public void run() {
            CompletableFuture<Fetched<T>> begun = take();
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
