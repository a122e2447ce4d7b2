package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Paged;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.Win;
import dev.dealsdk.internal.paging.LazyPaged;
import dev.dealsdk.internal.paging.PageTokens;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What every provider would otherwise have to do itself before it can begin: refuse what it does not claim, find the ids of
 * stages, translate aliases, bind requests to the call's deadline. So no provider can forget it, and what {@link
 * Capabilities} say is what happens.
 */
final class ConnectedDealsClient implements DealsClient {
    private final Connection connection;
    private final CallOptions options;
    private final boolean view;

    private ConnectedDealsClient(Connection connection, CallOptions options, boolean view) {
        this.connection = connection;
        this.options = options;
        this.view = view;
    }

    ConnectedDealsClient(Connection connection) {
        this(connection, CallOptions.builder().build(), false);
    }

    @Override
    public Deal create(NewDeal deal) {
        Objects.requireNonNull(deal, "deal");
        CallScope scope = begin(Operation.CREATE, Optional.empty());
        connection.checks().create(deal, scope);
        ProviderClient client = connection.client().during(scope);
        NewDeal.Builder resolved = NewDeal.builder().from(deal);
        deal.stage().ifPresent(stage -> resolved.stage(connection.stages().resolve(stage, client, scope)));
        resolved.customFields(connection.fields().toVendor(deal.customFields(), scope));
        return toCaller(client.create(resolved.build()));
    }

    @Override
    public Deal get(String dealId) {
        CallScope scope = begin(Operation.GET, dealId);
        return toCaller(connection.client().during(scope).get(dealId));
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        Objects.requireNonNull(update, "update");
        CallScope scope = begin(Operation.UPDATE, dealId);
        connection.checks().update(update, scope);
        DealUpdate resolved = DealUpdate.builder()
                .from(update)
                .customFields(connection.fields().toVendor(update.customFields(), scope))
                .build();
        return toCaller(connection.client().during(scope).update(dealId, resolved));
    }

    @Override
    public void delete(String dealId) {
        CallScope scope = begin(Operation.DELETE, dealId);
        connection.client().during(scope).delete(dealId);
    }

    @Override
    public Deal move(String dealId, Move move) {
        Objects.requireNonNull(move, "move");
        CallScope scope = begin(Operation.MOVE, dealId);
        connection.checks().move(move, scope);
        ProviderClient client = connection.client().during(scope);
        Move resolved = Move.builder()
                .from(move)
                .stage(connection.stages().resolve(move.stage(), client, scope))
                .build();
        return toCaller(client.move(dealId, resolved));
    }

    @Override
    public Deal win(String dealId, Win win) {
        Objects.requireNonNull(win, "win");
        CallScope scope = begin(Operation.WIN, dealId);
        connection.checks().win(win, scope);
        return toCaller(connection.client().during(scope).win(dealId, win));
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        Objects.requireNonNull(loss, "loss");
        CallScope scope = begin(Operation.LOSE, dealId);
        connection.checks().lose(loss, scope);
        return toCaller(connection.client().during(scope).lose(dealId, loss));
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        Objects.requireNonNull(reopen, "reopen");
        CallScope scope = begin(Operation.REOPEN, dealId);
        connection.checks().reopen(reopen, scope);
        ProviderClient client = connection.client().during(scope);
        Reopen.Builder resolved = Reopen.builder().from(reopen);
        reopen.stage().ifPresent(stage -> resolved.stage(connection.stages().resolve(stage, client, scope)));
        return toCaller(client.reopen(dealId, resolved.build()));
    }

    @Override
    public Paged<Deal> list(DealQuery query) {
        Objects.requireNonNull(query, "query");
        CallScope scope = begin(Operation.LIST, Optional.empty());
        connection.checks().list(query, scope);
        // A foreign token is refused here and not first when the listing is read.
        query.pageToken().ifPresent(token -> tokens().cursorOf(token, query, scope));
        return new LazyPaged<>(query.pageToken(), token -> page(query, token), Deal::id);
    }

    private Page<Deal> page(DealQuery query, Optional<String> token) {
        CallScope scope = begin(Operation.LIST, Optional.empty());
        ProviderClient client = connection.client().during(scope);
        DealQuery.Builder resolved =
                DealQuery.builder().from(query).pageToken(token.map(text -> tokens().cursorOf(text, query, scope)));
        query.stage().ifPresent(stage -> resolved.stage(connection.stages().resolve(stage, client, scope)));
        Page<Deal> page = client.list(resolved.build());
        return Page.<Deal>builder()
                .from(page)
                .items(page.items().stream().map(this::toCaller).toList())
                .nextPageToken(page.nextPageToken().map(next -> tokens().tokenOf(next, query)))
                .build();
    }

    @Override
    public List<Stage> stages() {
        CallScope scope = begin(Operation.LIST_STAGES, Optional.empty());
        List<Stage> stages = connection.client().during(scope).stages();
        connection.stages().remember(stages);
        return connection.stageAliases().toCaller(stages);
    }

    @Override
    public Capabilities capabilities() {
        return connection.capabilities();
    }

    @Override
    public DealsClient with(CallOptions other) {
        Objects.requireNonNull(other, "options");
        return new ConnectedDealsClient(connection, other, true);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        Objects.requireNonNull(type, "type");
        connection.requireOpen();
        Object api = connection.client().api(options).orElse(null);
        if (type.isInstance(api)) {
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

    private PageTokens tokens() {
        return new PageTokens(capabilities().provider());
    }

    private CallScope begin(Operation operation, String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        CallScope scope = begin(operation, Optional.of(dealId).filter(id -> !id.isBlank()));
        RequestChecks.dealId(dealId, scope);
        return scope;
    }

    private CallScope begin(Operation operation, Optional<String> dealId) {
        CallScope scope = connection.begin(operation, dealId, options);
        connection.checks().operation(operation, options, scope);
        return scope;
    }

    private Deal toCaller(Deal deal) {
        return connection.stageAliases().toCaller(connection.fields().toCaller(deal));
    }
}
