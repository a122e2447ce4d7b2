package dev.dealsdk.stardex;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
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
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.PageCursor;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Neutral operation, to {@link StardexApi}, through {@link StardexMapper}.
 *
 * <p>An update is answered without the deal, so that it is read back. A create is answered with a part of it, and that part
 * is what the caller gets: nothing is made up from the request, and no second call is made.
 */
final class StardexDealsClient implements ProviderClient {
    private static final int NOT_FOUND = 404;

    private final HttpTransport http;
    private final StardexClosing closing;

    StardexDealsClient(HttpTransport http, StardexClosing closing) {
        this.http = http;
        this.closing = closing;
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        StardexDealCreate asked = requests(call).create(deal);
        ClosingStages statuses = closing.ids(call);
        return StardexMapper.toDeal(within(call).createDeal(asked), statuses);
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        ClosingStages statuses = closing.ids(call);
        return only(call, dealId, within(call).searchDeal(dealId), statuses);
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return change(call, dealId, requests(call).update(update));
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return change(call, dealId, StardexRequests.move(move.stage().stageId().orElseThrow()));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return moveTo(call, dealId, statuses -> statuses.target(DealStatus.WON));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return moveTo(call, dealId, statuses -> statuses.target(DealStatus.LOST));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        Optional<String> statusId = reopen.stage().flatMap(StageRef::stageId);
        return moveTo(call, dealId, statuses -> statusId.or(() -> statuses.target(DealStatus.OPEN)));
    }

    /** Fields and status are in one request [docs: update-deal]. */
    @Override
    public Optional<Deal> transition(CallScope call, String dealId, Optional<String> stageId, DealUpdate update) {
        ClosingStages statuses = closing.ids(call);
        DealStatus status = switch (call.operation().orElseThrow()) {
            case WIN -> DealStatus.WON;
            case LOSE -> DealStatus.LOST;
            default -> DealStatus.OPEN;
        };
        StardexDealUpdate.Builder both = StardexDealUpdate.builder();
        both.from(requests(call).update(update))
                .dealStatusId(stageId.or(() -> statuses.target(status)).orElseThrow());
        return Optional.of(change(call, dealId, both.build()));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        ClosingStages statuses = closing.ids(call);
        StardexDealQuery asked = new StardexQueries(call, statuses).query(query);
        PageCursor place =
                new PageCursor(asked.offset().orElse(0L), asked.limit().orElse(StardexCapabilities.MAX_LIMIT));
        return StardexMapper.toPage(within(call).searchDeals(asked), place, statuses);
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return Optional.of(new StardexQueries(call, closing.ids(call))
                .place(query)
                .rowsAfter()
                .token());
    }

    @Override
    public List<Stage> stages(CallScope call) {
        try {
            return within(call).listDealStatuses().stream()
                    .map(status -> StardexMapper.toStage(status, closing.kindOf(status)))
                    .toList();
        } catch (DealsException failed) {
            if (failed.httpStatus().filter(status -> status == NOT_FOUND).isPresent()) {
                throw call.unsupported(
                        "stages is not supported: there is nothing at GET /v1/deals/statuses, the path that"
                                + " was inferred for it; use the ids of statuses instead of their names");
            }
            throw failed;
        }
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return Optional.of(within(calls));
    }

    private Deal moveTo(CallScope call, String dealId, Function<ClosingStages, Optional<String>> status) {
        return change(
                call,
                dealId,
                StardexRequests.move(status.apply(closing.ids(call)).orElseThrow()));
    }

    private Deal change(CallScope call, String dealId, StardexDealUpdate update) {
        // Statuses come before the write: what can fail afterwards should be the reading back alone.
        ClosingStages statuses = closing.ids(call);
        Optional<StardexDeal> seen = within(call).update(dealId, update).deal();
        return seen.isPresent() ? StardexMapper.toDeal(seen.get(), statuses) : call.readBack(() -> get(call, dealId));
    }

    private static Deal only(CallScope call, String dealId, StardexDealPage page, ClosingStages statuses) {
        return StardexQueries.found(dealId, page)
                .map(deal -> StardexMapper.toDeal(deal, statuses))
                .orElseThrow(() -> absent(call, page));
    }

    private static DealsException absent(CallScope call, StardexDealPage page) {
        if (page.problems().isEmpty()) {
            return call.notFound();
        }
        return new MalformedResponseException(
                "the deal cannot be read: " + page.problems().get(0).message(),
                call.call().attempts(1).outcome(Outcome.REJECTED).build(),
                null);
    }

    private StardexApi within(CallScope call) {
        return new StardexApi(http, call);
    }

    private static StardexRequests requests(CallScope call) {
        return new StardexRequests(call);
    }
}
