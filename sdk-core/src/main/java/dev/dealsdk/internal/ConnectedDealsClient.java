package dev.dealsdk.internal;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Paged;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.Win;
import dev.dealsdk.internal.paging.LazyPaged;
import java.util.List;
import java.util.Objects;

/** Every call of {@link DealCalls}, made in the caller's thread. */
final class ConnectedDealsClient implements DealsClient {
    private final Connection connection;
    private final CallOptions options;
    private final boolean view;
    private final DealCalls calls;

    private ConnectedDealsClient(Connection connection, CallOptions options, boolean view) {
        this.connection = connection;
        this.options = options;
        this.view = view;
        this.calls = new DealCalls(connection, options);
    }

    ConnectedDealsClient(Connection connection) {
        this(connection, CallOptions.builder().build(), false);
    }

    @Override
    public Deal create(NewDeal deal) {
        return calls.create(deal).execute();
    }

    @Override
    public Deal get(String dealId) {
        return calls.get(dealId).execute();
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        return calls.update(dealId, update).execute();
    }

    @Override
    public void delete(String dealId) {
        calls.delete(dealId).execute();
    }

    @Override
    public Deal move(String dealId, Move move) {
        return calls.move(dealId, move).execute();
    }

    @Override
    public Deal win(String dealId, Win win) {
        return calls.win(dealId, win).execute();
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        return calls.lose(dealId, loss).execute();
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        return calls.reopen(dealId, reopen).execute();
    }

    @Override
    public Paged<Deal> list(DealQuery query) {
        calls.requireListable(query);
        return new LazyPaged<>(
                query.pageToken(), token -> calls.page(query, token), Deal::id, connection.prefetchesPages());
    }

    @Override
    public List<Stage> stages() {
        return calls.stages().execute();
    }

    @Override
    public Capabilities capabilities() {
        return connection.capabilities();
    }

    @Override
    public DealsClient with(CallOptions other) {
        Objects.requireNonNull(other, "options");
        connection.requireOpen();
        return new ConnectedDealsClient(connection, other, true);
    }

    @Override
    public AsyncDealsClient async() {
        connection.requireOpen();
        return new ConnectedAsyncClient(calls);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        Objects.requireNonNull(type, "type");
        connection.requireOpen();
        Object api = connection.client().api(options).orElse(null);
        if (type.isInstance(api)) {
            connection.usage().vendorApi(type);
            return type.cast(api);
        }
        String offered = api == null ? "no API of its own" : api.getClass().getName();
        throw new UnsupportedByProviderException(
                "unwrap: " + capabilities().provider() + " offers " + offered + ", not " + type.getName(),
                VendorCall.builder().provider(capabilities().provider()).build());
    }

    @Override
    public void close() {
        if (!view) {
            connection.close();
        }
    }
}
