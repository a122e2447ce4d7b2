package dev.dealsdk.internal.paging;

import dev.dealsdk.Page;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.Completion;
import dev.dealsdk.spi.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pages of two items. Those asked for in the caller's thread come at once, the others when the test says so. */
final class HeldPages {
    private final int count;
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> inCallersThread = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<Page<String>>> underWay = new ConcurrentHashMap<>();
    private boolean atOnce;

    HeldPages(int count) {
        this.count = count;
    }

    List<Integer> asked() {
        return asked;
    }

    List<Integer> inCallersThread() {
        return inCallersThread;
    }

    CompletableFuture<Page<String>> underWay(int page) {
        return underWay.computeIfAbsent(page, key -> new CompletableFuture<>());
    }

    void answer(int page) {
        underWay(page).complete(page(page));
    }

    void answerAtOnce() {
        atOnce = true;
    }

    void fail(int page, RuntimeException failure) {
        underWay(page).completeExceptionally(failure);
    }

    private Page<String> page(int page) {
        return Page.<String>builder()
                .addItems(page + "a", page + "b")
                .nextPageToken(page == count ? Optional.empty() : Optional.of(Integer.toString(page + 1)))
                .build();
    }

    Call<Page<String>> at(Optional<String> token) {
        int page = token.map(Integer::valueOf).orElse(1);
        return new Call<>() {
            @Override
            public Page<String> execute() {
                asked.add(page);
                inCallersThread.add(page);
                return page(page);
            }

            @Override
            @SuppressWarnings("FutureReturnValueIgnored") // It would tell of the answer a second time.
            public void start(Submission submission, Completion<? super Page<String>> completion) {
                asked.add(page);
                CompletableFuture<Page<String>> answer = underWay(page);
                submission.underWay(() -> answer.cancel(true));
                answer.whenComplete((value, failure) -> {
                    if (failure == null) {
                        completion.succeeded(value);
                    } else {
                        completion.failed(failure);
                    }
                });
                if (atOnce) {
                    answer(page);
                }
            }
        };
    }
}
