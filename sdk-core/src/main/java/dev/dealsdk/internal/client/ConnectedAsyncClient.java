package dev.dealsdk.internal.client;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every call of a {@link ConnectedDealsClient}, on a thread of the SDK. */
final class ConnectedAsyncClient implements AsyncDealsClient {
    private final ConnectedDealsClient client;
    private final ClientContext context;

    ConnectedAsyncClient(ConnectedDealsClient client, ClientContext context) {
        this.client = client;
        this.context = context;
    }

    @Override
    public CompletableFuture<Deal> create(NewDeal deal) {
        Objects.requireNonNull(deal, "deal");
        return submit(() -> client.create(deal));
    }

    @Override
    public CompletableFuture<Deal> get(String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        return submit(() -> client.get(dealId));
    }

    @Override
    public CompletableFuture<Deal> update(String dealId, DealUpdate update) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(update, "update");
        return submit(() -> client.update(dealId, update));
    }

    @Override
    public CompletableFuture<@Nullable Void> delete(String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        return submit(() -> {
            client.delete(dealId);
            return null;
        });
    }

    @Override
    public CompletableFuture<Deal> move(String dealId, Move move) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(move, "move");
        return submit(() -> client.move(dealId, move));
    }

    @Override
    public CompletableFuture<Deal> win(String dealId, Win win) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(win, "win");
        return submit(() -> client.win(dealId, win));
    }

    @Override
    public CompletableFuture<Deal> lose(String dealId, Loss loss) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(loss, "loss");
        return submit(() -> client.lose(dealId, loss));
    }

    @Override
    public CompletableFuture<Deal> reopen(String dealId, Reopen reopen) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(reopen, "reopen");
        return submit(() -> client.reopen(dealId, reopen));
    }

    @Override
    public CompletableFuture<Page<Deal>> list(DealQuery query) {
        Objects.requireNonNull(query, "query");
        return submit(() -> client.page(query));
    }

    @Override
    public CompletableFuture<List<Stage>> stages() {
        return submit(client::stages);
    }

    /** What is refused before anything is sent is in the future as well, but for a client that is closed. */
    private <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<? extends T> call) {
        context.requireOpen();
        return context.threads().submit(call);
    }
}
