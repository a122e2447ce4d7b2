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
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;

/**
 * Neutral operation, to {@link StardexApi}, through {@link StardexMapper}.
 *
 * <p>An update is answered without the deal, so that it is read back. A create is answered with a part of it, and that part
 * is what the caller gets: nothing is made up from the request, and no second call is made.
 */
final class StardexDealsClient implements ProviderClient {
    private static final int NOT_FOUND = 404;

    private final StardexApi api;
    private final StardexClosing closing;

    StardexDealsClient(StardexApi api, StardexClosing closing) {
        this.api = api;
        this.closing = closing;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new StardexDealsClient(api.during(scope), closing);
    }

    @Override
    public Deal create(NewDeal deal) {
        StardexDealCreate asked = requests().create(deal);
        StardexStatusIds statuses = statuses();
        return StardexMapper.toDeal(api.createDeal(asked), statuses);
    }

    @Override
    public Deal get(String dealId) {
        StardexStatusIds statuses = statuses();
        StardexDealPage page = api.searchDeals(StardexQueries.byId(dealId));
        return page.data().stream()
                .filter(deal -> deal.id().equalsIgnoreCase(dealId))
                .findFirst()
                .map(deal -> StardexMapper.toDeal(deal, statuses))
                .orElseThrow(() -> absent(page));
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        return change(dealId, requests().update(update));
    }

    @Override
    public Deal move(String dealId, Move move) {
        return change(dealId, StardexRequests.move(move.stage().stageId().orElseThrow()));
    }

    @Override
    public Deal win(String dealId, Win win) {
        return change(dealId, StardexRequests.move(statuses().won().orElseThrow()));
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        return change(dealId, StardexRequests.move(statuses().lost().orElseThrow()));
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        String statusId = reopen.stage()
                .flatMap(StageRef::stageId)
                .orElseGet(() -> statuses().open().orElseThrow());
        return change(dealId, StardexRequests.move(statusId));
    }

    @Override
    public Page<Deal> list(DealQuery query) {
        StardexStatusIds statuses = statuses();
        StardexDealQuery asked = new StardexQueries(api.scope(), statuses).query(query);
        StardexPageCursor place =
                new StardexPageCursor(asked.offset().orElse(0L), asked.limit().orElse(StardexCapabilities.MAX_LIMIT));
        return StardexMapper.toPage(api.searchDeals(asked), place, statuses);
    }

    @Override
    public List<Stage> stages() {
        try {
            return api.listDealStatuses().stream()
                    .map(status -> StardexMapper.toStage(status, closing.kindOf(status)))
                    .toList();
        } catch (DealsException failed) {
            if (failed.httpStatus().filter(status -> status == NOT_FOUND).isPresent()) {
                // Not the deal is missing, if the call is about one, but the endpoint that was only inferred.
                throw api.scope()
                        .unsupported(
                                "stages is not supported: there is nothing at GET /v1/deals/statuses, the path that"
                                        + " was inferred for it; use the ids of statuses instead of their names");
            }
            throw failed;
        }
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(api.with(options));
    }

    private Deal change(String dealId, StardexDealUpdate update) {
        // Before the write: what can fail afterwards should be the reading back alone.
        statuses();
        api.updateDeal(dealId, update);
        return api.scope().readBack(() -> get(dealId));
    }

    private DealsException absent(StardexDealPage page) {
        if (page.problems().isEmpty()) {
            return api.scope().notFound();
        }
        return new MalformedResponseException(
                "the deal cannot be read: " + page.problems().get(0).message(),
                api.scope().call().attempts(1).outcome(Outcome.REJECTED).build(),
                null);
    }

    private StardexStatusIds statuses() {
        return closing.ids(api.scope());
    }

    private StardexRequests requests() {
        return new StardexRequests(api.scope());
    }
}
