package dev.dealsdk.internal.client;

import dev.dealsdk.AsyncDealsClient;
import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Loss;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Paged;
import dev.dealsdk.RateLimit;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.Win;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallRunner;
import dev.dealsdk.internal.paging.Fetched;
import dev.dealsdk.internal.paging.LazyPaged;
import dev.dealsdk.internal.paging.PageTokens;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does what every provider would otherwise have to do itself: refuses what the provider does not claim, finds the ids of
 * stages, translates aliases. So no provider can forget it, and what {@link Capabilities} say is what happens.
 */
final class ConnectedDealsClient implements DealsClient {
    private final ClientContext context;
    private final ProviderClient provider;
    private final CallRunner runner;
    private final RequestChecks checks;
    private final CallOptions options;
    private final boolean view;

    private ConnectedDealsClient(ClientContext context, CallOptions options, boolean view) {
        this.context = context;
        this.provider = context.client();
        this.runner = context.runner();
        this.checks = context.checks();
        this.options = options;
        this.view = view;
    }

    ConnectedDealsClient(ClientContext context) {
        this(context, CallOptions.builder().build(), false);
    }

    @Override
    public Deal create(NewDeal deal) {
        Objects.requireNonNull(deal, "deal");
        return runner.run(Operation.CREATE, Optional.empty(), options, call -> {
            checks.operation(Operation.CREATE, options, call);
            checks.create(deal, call);
            Map<String, @Nullable Object> fields =
                    context.fields().toVendor(context.references().customFields(deal, call), call);
            Optional<StageRef> stage = deal.stage().map(named -> stageId(named, call));
            NewDeal resolved = fields.equals(deal.customFields()) && stage.equals(deal.stage())
                    ? deal
                    : NewDeal.builder()
                            .from(deal)
                            .customFields(fields)
                            .stage(stage)
                            .build();
            return toCaller(context.references().createOrFind(resolved, provider, call));
        });
    }

    @Override
    public Deal get(String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        Deal deal = runner.run(Operation.GET, id(dealId), options, call -> {
            begin(Operation.GET, dealId, call);
            return toCaller(provider.get(call, dealId));
        });
        context.shadow().read(Operation.GET, deal);
        return deal;
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(update, "update");
        return runner.run(Operation.UPDATE, id(dealId), options, call -> {
            begin(Operation.UPDATE, dealId, call);
            checks.update(update, call);
            DealUpdate resolved = update.customFields().isEmpty()
                    ? update
                    : DealUpdate.builder()
                            .from(update)
                            .customFields(context.fields().toVendor(update.customFields(), call))
                            .build();
            return toCaller(provider.update(call, dealId, resolved));
        });
    }

    @Override
    public void delete(String dealId) {
        Objects.requireNonNull(dealId, "dealId");
        Boolean unused = runner.run(Operation.DELETE, id(dealId), options, call -> {
            begin(Operation.DELETE, dealId, call);
            provider.delete(call, dealId);
            return Boolean.TRUE;
        });
    }

    @Override
    public Deal move(String dealId, Move move) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(move, "move");
        return runner.run(Operation.MOVE, id(dealId), options, call -> {
            begin(Operation.MOVE, dealId, call);
            checks.move(move, call);
            StageRef stage = stageId(move.stage(), call);
            Move resolved = stage.equals(move.stage())
                    ? move
                    : Move.builder().from(move).stage(stage).build();
            return toCaller(provider.move(call, dealId, resolved));
        });
    }

    @Override
    public Deal win(String dealId, Win win) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(win, "win");
        return runner.run(Operation.WIN, id(dealId), options, call -> {
            begin(Operation.WIN, dealId, call);
            checks.win(win, call);
            return toCaller(provider.win(call, dealId, win));
        });
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(loss, "loss");
        return runner.run(Operation.LOSE, id(dealId), options, call -> {
            begin(Operation.LOSE, dealId, call);
            checks.lose(loss, call);
            return toCaller(provider.lose(call, dealId, loss));
        });
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        Objects.requireNonNull(dealId, "dealId");
        Objects.requireNonNull(reopen, "reopen");
        return runner.run(Operation.REOPEN, id(dealId), options, call -> {
            begin(Operation.REOPEN, dealId, call);
            checks.reopen(reopen, call);
            Optional<StageRef> stage = reopen.stage().map(named -> stageId(named, call));
            Reopen resolved = stage.equals(reopen.stage())
                    ? reopen
                    : Reopen.builder().from(reopen).stage(stage).build();
            return toCaller(provider.reopen(call, dealId, resolved));
        });
    }

    /** Refuses a query that cannot be asked, and a foreign page token, now and not when the listing is first read. */
    @Override
    public Paged<Deal> list(DealQuery query) {
        requireListable(query);
        Function<Optional<String>, Fetched<Deal>> pages = pages(query);
        return listing(query, context.shadow().isOn() ? token -> shadowed(pages.apply(token)) : pages);
    }

    private Fetched<Deal> shadowed(Fetched<Deal> fetched) {
        fetched.page().items().forEach(deal -> context.shadow().read(Operation.LIST, deal));
        return fetched;
    }

    private LazyPaged<Deal> listing(DealQuery query, Function<Optional<String>, Fetched<Deal>> pages) {
        return new LazyPaged<>(
                query.pageToken(), pages, Deal::id, runner.client(), context.threads(), context.prefetchesPages());
    }

    /** The pages of a query that can be asked, by their tokens. */
    private Function<Optional<String>, Fetched<Deal>> pages(DealQuery query) {
        if (!SortedListing.isNeeded(query, capabilities())) {
            return token -> page(query, token);
        }
        SortedListing sorted = new SortedListing(
                query,
                capabilities(),
                runner.client(),
                context.localSortLimit(),
                plain -> listing(plain, token -> page(plain, token)).pages(),
                context.apiCalls(options));
        return token -> new Fetched<>(sorted.apply(token), List.of());
    }

    private void requireListable(DealQuery query) {
        Objects.requireNonNull(query, "query");
        runner.check(Operation.LIST, options, call -> {
            checks.operation(Operation.LIST, options, call);
            checks.list(query, call);
            return query.pageToken().map(token -> tokens().cursorOf(token, query, call));
        });
    }

    /** The page at the query's own token. */
    Page<Deal> page(DealQuery query) {
        requireListable(query);
        return shadowed(pages(query).apply(query.pageToken())).page();
    }

    /** The page at a token of a query that can be asked; the first one without a token. */
    private Fetched<Deal> page(DealQuery query, Optional<String> token) {
        return runner.run(Operation.LIST, Optional.empty(), options, call -> {
            if (token.isPresent()) {
                call.waitForQuota();
            }
            Optional<String> cursor = token.map(text -> tokens().cursorOf(text, query, call));
            Optional<StageRef> stage = query.stage().map(named -> stageId(named, call));
            DealQuery resolved = cursor.equals(query.pageToken()) && stage.equals(query.stage())
                    ? query
                    : DealQuery.builder()
                            .from(query)
                            .pageToken(cursor)
                            .stage(stage)
                            .build();
            return new Fetched<>(toCaller(listed(resolved, query, call), query), call.leftOut());
        });
    }

    /** A page that cannot be read as a whole costs itself alone where the provider can tell the place after it. */
    private Page<Deal> listed(DealQuery resolved, DealQuery query, ActiveCall call) {
        try {
            return provider.list(call, resolved);
        } catch (MalformedResponseException unreadable) {
            boolean isPage =
                    unreadable.httpStatus().filter(status -> status / 100 == 2).isPresent();
            throw isPage
                    ? unreadable.ofPage(
                            provider.cursorAfter(call, resolved).map(after -> tokens().tokenOf(after, query)))
                    : unreadable;
        }
    }

    @Override
    public List<Stage> stages() {
        return runner.run(Operation.LIST_STAGES, Optional.empty(), options, call -> {
            checks.operation(Operation.LIST_STAGES, options, call);
            List<Stage> stages = provider.stages(call);
            context.stages().remember(stages);
            return context.stageAliases().toCaller(stages);
        });
    }

    @Override
    public Optional<Deal> findByReference(String reference) {
        Objects.requireNonNull(reference, "reference");
        runner.check(Operation.LIST, options, call -> {
            context.references().check(reference, call);
            return reference;
        });
        DealQuery all =
                DealQuery.builder().pageSize(capabilities().maxPageSize()).build();
        requireListable(all);
        return listing(all, pages(all)).stream()
                .filter(deal -> context.references().isOf(deal, reference))
                .findFirst();
    }

    @Override
    public RateLimit quota() {
        context.requireOpen();
        return context.quota();
    }

    @Override
    public Capabilities capabilities() {
        return context.capabilities();
    }

    @Override
    public DealsClient with(CallOptions other) {
        Objects.requireNonNull(other, "options");
        context.requireOpen();
        return new ConnectedDealsClient(context, other, true);
    }

    @Override
    public AsyncDealsClient async() {
        context.requireOpen();
        return new ConnectedAsyncClient(this, context);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        Objects.requireNonNull(type, "type");
        context.requireOpen();
        Object api = provider.api(context.apiCalls(options)).orElse(null);
        if (type.isInstance(api)) {
            context.usage().vendorApi(type);
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
            context.close();
        }
    }

    /** What a call about one deal begins with. */
    private void begin(Operation operation, String dealId, ActiveCall call) {
        checks.operation(operation, options, call);
        RequestChecks.dealId(dealId, call);
    }

    private static Optional<String> id(String dealId) {
        return Optional.of(dealId).filter(id -> !id.isBlank());
    }

    private StageRef stageId(StageRef stage, ActiveCall call) {
        return context.stages().resolve(stage, provider, call);
    }

    private PageTokens tokens() {
        return new PageTokens(capabilities().provider());
    }

    private Deal toCaller(Deal deal) {
        return context.stageAliases().toCaller(context.fields().toCaller(deal));
    }

    private Page<Deal> toCaller(Page<Deal> page, DealQuery query) {
        boolean namesAreTheVendors =
                context.stageAliases().isEmpty() && context.fields().isEmpty();
        return Page.<Deal>builder()
                .items(
                        namesAreTheVendors
                                ? page.items()
                                : page.items().stream().map(this::toCaller).toList())
                .problems(page.problems())
                .total(page.total())
                .nextPageToken(page.nextPageToken().map(next -> tokens().tokenOf(next, query)))
                .build();
    }
}
