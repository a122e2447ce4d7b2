package dev.dealsdk.internal;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import dev.dealsdk.spi.Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every call of {@link DealCalls}, made without a thread that waits. */
final class ConnectedAsyncClient implements AsyncDealsClient {
    private final DealCalls calls;

    ConnectedAsyncClient(DealCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Deal> create(NewDeal deal) {
        return submit(() -> calls.create(deal));
    }

    @Override
    public CompletableFuture<Deal> get(String dealId) {
        return submit(() -> calls.get(dealId));
    }

    @Override
    public CompletableFuture<Deal> update(String dealId, DealUpdate update) {
        return submit(() -> calls.update(dealId, update));
    }

    @Override
    public CompletableFuture<@Nullable Void> delete(String dealId) {
        return submit(() -> calls.delete(dealId));
    }

    @Override
    public CompletableFuture<Deal> move(String dealId, Move move) {
        return submit(() -> calls.move(dealId, move));
    }

    @Override
    public CompletableFuture<Deal> win(String dealId, Win win) {
        return submit(() -> calls.win(dealId, win));
    }

    @Override
    public CompletableFuture<Deal> lose(String dealId, Loss loss) {
        return submit(() -> calls.lose(dealId, loss));
    }

    @Override
    public CompletableFuture<Deal> reopen(String dealId, Reopen reopen) {
        return submit(() -> calls.reopen(dealId, reopen));
    }

    @Override
    public CompletableFuture<Page<Deal>> list(DealQuery query) {
        return submit(() -> {
            calls.requireListable(query);
            return calls.page(query, query.pageToken());
        });
    }

    @Override
    public CompletableFuture<List<Stage>> stages() {
        return submit(calls::stages);
    }

    /** What a caller does wrong in the program itself, such as passing null, is thrown; all else is in the future. */
    private static <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<Call<T>> call) {
        try {
            return call.get().submit();
        } catch (DealsException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
