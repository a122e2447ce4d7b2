package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Pages of two items. Those asked for in the test's thread come at once, the others when the test says so. */
final class HeldPages {
    private final int count;
    private final Thread reader = Thread.currentThread();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> inCallersThread = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Page<String>>> inFlight = new ConcurrentHashMap<>();
    private final Map<Integer, CountDownLatch> ahead = new ConcurrentHashMap<>();
    private volatile boolean atOnce;

    HeldPages(int count) {
        this.count = count;
    }

    List<Integer> asked() {
        return asked;
    }

    List<Integer> inCallersThread() {
        return inCallersThread;
    }

    /** The page once another thread has asked for it; cancelled when that thread is interrupted. */
    CompletableFuture<Page<String>> awaitInFlight(int page) throws InterruptedException {
        ahead(page).await();
        return inFlight(page);
    }

    private CountDownLatch ahead(int page) {
        return ahead.computeIfAbsent(page, key -> new CountDownLatch(1));
    }

    private CompletableFuture<Page<String>> inFlight(int page) {
        return inFlight.computeIfAbsent(page, key -> new CompletableFuture<>());
    }

    void respond(int page) {
        inFlight(page).complete(page(page));
    }

    void respondAtOnce() {
        atOnce = true;
    }

    void fail(int page, RuntimeException failure) {
        inFlight(page).completeExceptionally(failure);
    }

    private Page<String> page(int page) {
        return Page.<String>builder()
                .addItems(page + "a", page + "b")
                .nextPageToken(page == count ? Optional.empty() : Optional.of(Integer.toString(page + 1)))
                .build();
    }

    Page<String> at(Optional<String> token) {
        int page = token.map(Integer::valueOf).orElse(1);
        asked.add(page);
        if (Thread.currentThread() == reader) {
            inCallersThread.add(page);
            return page(page);
        }
        ahead(page).countDown();
        if (atOnce) {
            return page(page);
        }
        CompletableFuture<Page<String>> response = inFlight(page);
        try {
            return response.get();
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            throw new CompletionException(interrupted);
        } catch (ExecutionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }
}
