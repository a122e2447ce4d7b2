package dev.dealsdk.stardex;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Neutral operation, to {@link StardexCalls}, through {@link StardexMapper}.
 *
 * <p>An update is answered without the deal, so that it is read back. A create is answered with a part of it, and that part
 * is what the caller gets: nothing is made up from the request, and no second call is made.
 */
final class StardexDealsClient implements ProviderClient {
    private static final int NOT_FOUND = 404;

    private final StardexCalls calls;
    private final StardexClosing closing;

    StardexDealsClient(StardexCalls calls, StardexClosing closing) {
        this.calls = calls;
        this.closing = closing;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new StardexDealsClient(calls.during(scope), closing);
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        StardexDealCreate asked = requests().create(deal);
        return statuses().then(statuses -> calls.createDeal(asked).map(made -> StardexMapper.toDeal(made, statuses)));
    }

    @Override
    public Call<Deal> get(String dealId) {
        return statuses()
                .then(statuses ->
                        calls.searchDeals(StardexQueries.byId(dealId)).map(page -> only(dealId, page, statuses)));
    }

    @Override
    public Call<Deal> update(String dealId, DealUpdate update) {
        return change(dealId, requests().update(update));
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return change(dealId, StardexRequests.move(move.stage().stageId().orElseThrow()));
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return moveTo(dealId, StardexStatusIds::won);
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return moveTo(dealId, StardexStatusIds::lost);
    }

    @Override
    public Call<Deal> reopen(String dealId, Reopen reopen) {
        Optional<String> statusId = reopen.stage().flatMap(StageRef::stageId);
        return moveTo(dealId, statuses -> statusId.or(statuses::open));
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        return statuses().then(statuses -> {
            StardexDealQuery asked = new StardexQueries(calls.scope(), statuses).query(query);
            StardexPageCursor place = new StardexPageCursor(
                    asked.offset().orElse(0L), asked.limit().orElse(StardexCapabilities.MAX_LIMIT));
            return calls.searchDeals(asked).map(page -> StardexMapper.toPage(page, place, statuses));
        });
    }

    @Override
    public Call<List<Stage>> stages() {
        return calls.listDealStatuses()
                .map(statuses -> statuses.stream()
                        .map(status -> StardexMapper.toStage(status, closing.kindOf(status)))
                        .toList())
                .recover(this::withoutStages);
    }

    private Call<List<Stage>> withoutStages(DealsException failed) {
        if (failed.httpStatus().filter(status -> status == NOT_FOUND).isPresent()) {
            // Not the deal is missing, if the call is about one, but the endpoint that was only inferred.
            throw calls.scope()
                    .unsupported("stages is not supported: there is nothing at GET /v1/deals/statuses, the path that"
                            + " was inferred for it; use the ids of statuses instead of their names");
        }
        throw failed;
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(new StardexApi(calls.with(options)));
    }

    private Call<Deal> moveTo(String dealId, Function<StardexStatusIds, Optional<String>> status) {
        return statuses()
                .then(statuses -> change(
                        dealId, StardexRequests.move(status.apply(statuses).orElseThrow())));
    }

    private Call<Deal> change(String dealId, StardexDealUpdate update) {
        // Statuses come before the write: what can fail afterwards should be the reading back alone.
        return statuses()
                .then(statuses -> calls.updateDeal(dealId, update)
                        .then(updated -> updated.deal()
                                .map(seen -> Call.of(StardexMapper.toDeal(seen, statuses)))
                                .orElseGet(() -> calls.scope().readBack(get(dealId)))));
    }

    private Deal only(String dealId, StardexDealPage page, StardexStatusIds statuses) {
        return StardexQueries.found(dealId, page)
                .map(deal -> StardexMapper.toDeal(deal, statuses))
                .orElseThrow(() -> absent(page));
    }

    private DealsException absent(StardexDealPage page) {
        if (page.problems().isEmpty()) {
            return calls.scope().notFound();
        }
        return new MalformedResponseException(
                "the deal cannot be read: " + page.problems().get(0).message(),
                calls.scope().call().attempts(1).outcome(Outcome.REJECTED).build(),
                null);
    }

    private Call<StardexStatusIds> statuses() {
        return closing.ids(calls.scope());
    }

    private StardexRequests requests() {
        return new StardexRequests(calls.scope());
    }
}
