package dev.dealsdk.stora;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.PageCursor;
import dev.dealsdk.spi.ProviderClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neutral operation, to {@link StoraApi}, through {@link StoraMapper}. */
final class StoraDealsClient implements ProviderClient {
    /** In a row, before a list of stages ends. */
    private static final int MAX_EMPTY_PAGES = 20;

    private final HttpTransport http;

    StoraDealsClient(HttpTransport http) {
        this.http = http;
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        return StoraMapper.toDeal(within(call).createDeal(requests(call).create(deal)));
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return StoraMapper.toDeal(within(call).showDeal(dealId));
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return StoraMapper.toDeal(within(call).updateDeal(dealId, requests(call).update(update)));
    }

    /**
     * Not documented, and so offered only under {@code deals.allow-unverified}: the response has to show that it worked.
     */
    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        String stageId = requests(call).stageId(move.stage());
        StoraDealUpdate update = StoraDealUpdate.builder().stage(stageId).build();
        return StoraMapper.toDeal(moved(within(call).updateDeal(dealId, update), stageId, call));
    }

    /** Success, and yet the old stage: it may have been ignored, or not be shown yet. */
    private static StoraDeal moved(StoraDeal deal, String stageId, CallScope call) {
        if (deal.stage().flatMap(StoraDealStage::id).filter(stageId::equals).isEmpty()) {
            FieldError unchanged =
                    new FieldError("stage", "Stora answered with success, but the deal is not in " + stageId);
            throw new InvalidRequestException(
                    "an update does not seem to change the stage of this deal",
                    List.of(unchanged),
                    call.call().attempts(1).outcome(Outcome.UNKNOWN).build(),
                    null);
        }
        return deal;
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return StoraMapper.toDeal(within(call).winDeal(dealId));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return StoraMapper.toDeal(within(call).loseDeal(dealId, loss.reason().orElseThrow()));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        return StoraMapper.toDeal(within(call).reopenDeal(dealId, requests(call).reopen(reopen)));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        PageCursor place = requests(call).place(query);
        StoraDealPage page = within(call).listDeals(Optional.of(place.page()), Optional.of(place.size()));
        return StoraMapper.toPage(page, place);
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return Optional.of(requests(call).place(query).pageAfter().token());
    }

    /** All of them in pipeline order, which is not Stora's default. */
    @Override
    public List<Stage> stages(CallScope call) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        Optional<PageCursor> place = Optional.of(new PageCursor(1, StoraCapabilities.MAX_LIMIT));
        int emptyPages = 0;
        while (place.isPresent() && emptyPages < MAX_EMPTY_PAGES) {
            PageCursor at = place.get();
            StoraStagePage page = within(call).listDealStages(StoraStageQuery.inPipelineOrder(at.page(), at.size()));
            int before = stages.size();
            page.stages().forEach(stage -> stages.putIfAbsent(stage.id(), StoraMapper.toStage(stage)));
            emptyPages = page.stages().isEmpty() ? emptyPages + 1 : 0;
            boolean repeats = !page.stages().isEmpty() && stages.size() == before;
            place = repeats
                    ? Optional.empty()
                    : StoraPagination.next(page.pagination(), at, page.stages().size())
                            .cursor();
        }
        return List.copyOf(stages.values());
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return Optional.of(within(calls));
    }

    private StoraApi within(CallScope call) {
        return new StoraApi(http, call);
    }

    private static StoraRequests requests(CallScope call) {
        return new StoraRequests(call);
    }
}
