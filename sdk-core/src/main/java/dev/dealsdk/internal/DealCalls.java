package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.internal.paging.PageTokens;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every provider would otherwise have to do itself before it can begin: refuse what it does not claim, find the ids of
 * stages, translate aliases, bind requests to the call's deadline. So no provider can forget it, and what {@link
 * Capabilities} say is what happens.
 */
final class DealCalls {
    private final Connection connection;
    private final CallOptions options;

    DealCalls(Connection connection, CallOptions options) {
        this.connection = connection;
        this.options = options;
    }

    Call<Deal> create(NewDeal deal) {
        Objects.requireNonNull(deal, "deal");
        CallScope scope = begin(Operation.CREATE, Optional.empty());
        connection.checks().create(deal, scope);
        ProviderClient client = connection.client().during(scope);
        NewDeal named = NewDeal.builder()
                .from(deal)
                .customFields(
                        connection.fields().toVendor(connection.references().customFields(deal, scope), scope))
                .build();
        return toCaller(stageId(deal.stage(), client, scope).then(stage -> {
            NewDeal resolved = NewDeal.builder().from(named).stage(stage).build();
            return connection.references().orFound(client.create(resolved), resolved, client);
        }));
    }

    Call<Deal> get(String dealId) {
        CallScope scope = begin(Operation.GET, dealId);
        return toCaller(connection.client().during(scope).get(dealId));
    }

    Call<Deal> update(String dealId, DealUpdate update) {
        Objects.requireNonNull(update, "update");
        CallScope scope = begin(Operation.UPDATE, dealId);
        connection.checks().update(update, scope);
        DealUpdate resolved = DealUpdate.builder()
                .from(update)
                .customFields(connection.fields().toVendor(update.customFields(), scope))
                .build();
        return toCaller(connection.client().during(scope).update(dealId, resolved));
    }

    Call<@Nullable Void> delete(String dealId) {
        CallScope scope = begin(Operation.DELETE, dealId);
        return connection.counted(connection.client().during(scope).delete(dealId));
    }

    Call<Deal> move(String dealId, Move move) {
        Objects.requireNonNull(move, "move");
        CallScope scope = begin(Operation.MOVE, dealId);
        connection.checks().move(move, scope);
        ProviderClient client = connection.client().during(scope);
        return toCaller(connection
                .stages()
                .resolve(move.stage(), client, scope)
                .then(stage -> client.move(
                        dealId, Move.builder().from(move).stage(stage).build())));
    }

    Call<Deal> win(String dealId, Win win) {
        Objects.requireNonNull(win, "win");
        CallScope scope = begin(Operation.WIN, dealId);
        connection.checks().win(win, scope);
        return toCaller(connection.client().during(scope).win(dealId, win));
    }

    Call<Deal> lose(String dealId, Loss loss) {
        Objects.requireNonNull(loss, "loss");
        CallScope scope = begin(Operation.LOSE, dealId);
        connection.checks().lose(loss, scope);
        return toCaller(connection.client().during(scope).lose(dealId, loss));
    }

    Call<Deal> reopen(String dealId, Reopen reopen) {
        Objects.requireNonNull(reopen, "reopen");
        CallScope scope = begin(Operation.REOPEN, dealId);
        connection.checks().reopen(reopen, scope);
        ProviderClient client = connection.client().during(scope);
        return toCaller(stageId(reopen.stage(), client, scope)
                .then(stage -> client.reopen(
                        dealId, Reopen.builder().from(reopen).stage(stage).build())));
    }

    /** Refuses a query that cannot be asked; a foreign page token, too, and not first when the listing is read. */
    void requireListable(DealQuery query) {
        Objects.requireNonNull(query, "query");
        CallScope scope = begin(Operation.LIST, Optional.empty());
        connection.checks().list(query, scope);
        query.pageToken().ifPresent(token -> tokens().cursorOf(token, query, scope));
    }

    /** The page at a token of a query that can be asked; the first one without a token. */
    Call<Page<Deal>> page(DealQuery query, Optional<String> token) {
        CallScope scope = begin(Operation.LIST, Optional.empty());
        ProviderClient client = connection.client().during(scope);
        DealQuery.Builder resolved =
                DealQuery.builder().from(query).pageToken(token.map(text -> tokens().cursorOf(text, query, scope)));
        return connection.counted(stageId(query.stage(), client, scope)
                .then(stage -> client.list(resolved.stage(stage).build()))
                .map(page -> toCaller(page, query)));
    }

    Call<List<Stage>> stages() {
        CallScope scope = begin(Operation.LIST_STAGES, Optional.empty());
        return connection.counted(connection.client().during(scope).stages().map(stages -> {
            connection.stages().remember(stages);
            return connection.stageAliases().toCaller(stages);
        }));
    }

    private Call<Optional<StageRef>> stageId(Optional<StageRef> stage, ProviderClient client, CallScope scope) {
        return stage.isEmpty()
                ? Call.of(stage)
                : connection.stages().resolve(stage.get(), client, scope).map(Optional::of);
    }

    private PageTokens tokens() {
        return new PageTokens(connection.capabilities().provider());
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

    private Call<Deal> toCaller(Call<Deal> call) {
        return connection.counted(call.map(this::toCaller));
    }

    private Deal toCaller(Deal deal) {
        return connection.stageAliases().toCaller(connection.fields().toCaller(deal));
    }

    private Page<Deal> toCaller(Page<Deal> page, DealQuery query) {
        return Page.<Deal>builder()
                .from(page)
                .items(page.items().stream().map(this::toCaller).toList())
                .nextPageToken(page.nextPageToken().map(next -> tokens().tokenOf(next, query)))
                .build();
    }
}
