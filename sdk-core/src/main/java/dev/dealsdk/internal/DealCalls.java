package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.internal.observe.CallMonitors;
import dev.dealsdk.internal.observe.MonitoredCall;
import dev.dealsdk.internal.paging.PageTokens;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
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
        return deal(Operation.CREATE, Optional.empty(), (client, scope) -> {
            connection.checks().create(deal, scope);
            Map<String, @Nullable Object> fields =
                    connection.fields().toVendor(connection.references().customFields(deal, scope), scope);
            NewDeal named = fields.equals(deal.customFields())
                    ? deal
                    : NewDeal.builder().from(deal).customFields(fields).build();
            return stageId(deal.stage(), client, scope).then(stage -> {
                NewDeal resolved = stage.equals(named.stage())
                        ? named
                        : NewDeal.builder().from(named).stage(stage).build();
                return connection.references().orFound(client.create(resolved), resolved, client);
            });
        });
    }

    Call<Deal> get(String dealId) {
        return deal(Operation.GET, dealId, (client, scope) -> client.get(dealId));
    }

    Call<Deal> update(String dealId, DealUpdate update) {
        Objects.requireNonNull(update, "update");
        return deal(Operation.UPDATE, dealId, (client, scope) -> {
            connection.checks().update(update, scope);
            DealUpdate resolved = DealUpdate.builder()
                    .from(update)
                    .customFields(connection.fields().toVendor(update.customFields(), scope))
                    .build();
            return client.update(dealId, resolved);
        });
    }

    Call<@Nullable Void> delete(String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        return call(Operation.DELETE, Optional.of(dealId), (client, scope) -> client.delete(dealId));
    }

    Call<Deal> move(String dealId, Move move) {
        Objects.requireNonNull(move, "move");
        return deal(Operation.MOVE, dealId, (client, scope) -> {
            connection.checks().move(move, scope);
            return connection
                    .stages()
                    .resolve(move.stage(), client, scope)
                    .then(stage -> client.move(
                            dealId,
                            stage.equals(move.stage())
                                    ? move
                                    : Move.builder().from(move).stage(stage).build()));
        });
    }

    Call<Deal> win(String dealId, Win win) {
        Objects.requireNonNull(win, "win");
        return deal(Operation.WIN, dealId, (client, scope) -> {
            connection.checks().win(win, scope);
            return client.win(dealId, win);
        });
    }

    Call<Deal> lose(String dealId, Loss loss) {
        Objects.requireNonNull(loss, "loss");
        return deal(Operation.LOSE, dealId, (client, scope) -> {
            connection.checks().lose(loss, scope);
            return client.lose(dealId, loss);
        });
    }

    Call<Deal> reopen(String dealId, Reopen reopen) {
        Objects.requireNonNull(reopen, "reopen");
        return deal(Operation.REOPEN, dealId, (client, scope) -> {
            connection.checks().reopen(reopen, scope);
            return stageId(reopen.stage(), client, scope)
                    .then(stage -> client.reopen(
                            dealId, Reopen.builder().from(reopen).stage(stage).build()));
        });
    }

    /** Refuses a query that cannot be asked; a foreign page token, too, and not first when the listing is read. */
    void requireListable(DealQuery query) {
        Objects.requireNonNull(query, "query");
        connection.requireOpen();
        CallScope scope = connection.begin(Operation.LIST, Optional.empty(), options, CallMonitors.UNHEARD);
        try {
            connection.checks().operation(Operation.LIST, options, scope);
            connection.checks().list(query, scope);
            query.pageToken().ifPresent(token -> tokens().cursorOf(token, query, scope));
        } catch (DealsException refused) {
            connection.monitor(Operation.LIST, Optional.empty()).end(refused);
            throw refused;
        }
    }

    /** The page at a token of a query that can be asked; the first one without a token. */
    Call<Page<Deal>> page(DealQuery query, Optional<String> token) {
        return call(Operation.LIST, Optional.empty(), (client, scope) -> {
            if (token.isPresent()) {
                // Whoever reads on wants the rest, however small the quota is.
                scope.waitingForQuota();
            }
            DealQuery.Builder resolved =
                    DealQuery.builder().from(query).pageToken(token.map(text -> tokens().cursorOf(text, query, scope)));
            return stageId(query.stage(), client, scope)
                    .then(stage -> client.list(resolved.stage(stage).build()))
                    .map(page -> toCaller(page, query));
        });
    }

    Call<List<Stage>> stages() {
        return call(
                Operation.LIST_STAGES,
                Optional.empty(),
                (client, scope) -> client.stages().map(stages -> {
                    connection.stages().remember(stages);
                    return connection.stageAliases().toCaller(stages);
                }));
    }

    private Call<Deal> deal(
            Operation operation, String dealId, BiFunction<ProviderClient, CallScope, Call<Deal>> steps) {
        Objects.requireNonNull(dealId, "dealId");
        return deal(operation, Optional.of(dealId), steps);
    }

    private Call<Deal> deal(
            Operation operation, Optional<String> dealId, BiFunction<ProviderClient, CallScope, Call<Deal>> steps) {
        return call(
                operation, dealId, (client, scope) -> steps.apply(client, scope).map(this::toCaller));
    }

    /** A call of one operation: begun when it is made, told of, waited for by whoever closes the client. */
    private <T extends @Nullable Object> Call<T> call(
            Operation operation, Optional<String> dealId, BiFunction<ProviderClient, CallScope, Call<T>> steps) {
        connection.requireOpen();
        Optional<String> id = dealId.filter(text -> !text.isBlank());
        return connection.counted(new MonitoredCall<>(() -> connection.monitor(operation, id), monitor -> {
            CallScope scope = connection.begin(operation, id, options, monitor);
            connection.checks().operation(operation, options, scope);
            dealId.ifPresent(text -> RequestChecks.dealId(text, scope));
            return steps.apply(connection.client().during(scope), scope);
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

    private Deal toCaller(Deal deal) {
        return connection.stageAliases().toCaller(connection.fields().toCaller(deal));
    }

    private boolean namesAreTheVendors() {
        return connection.stageAliases().isEmpty() && connection.fields().isEmpty();
    }

    private Page<Deal> toCaller(Page<Deal> page, DealQuery query) {
        return Page.<Deal>builder()
                .items(
                        namesAreTheVendors()
                                ? page.items()
                                : page.items().stream().map(this::toCaller).toList())
                .problems(page.problems())
                .total(page.total())
                .nextPageToken(page.nextPageToken().map(next -> tokens().tokenOf(next, query)))
                .build();
    }
}
