package dev.dealsdk.stora;

import dev.dealsdk.CallOptions;
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
import dev.dealsdk.spi.ProviderClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neutral operation, to {@link StoraApi}, through {@link StoraMapper}. */
final class StoraDealsClient implements ProviderClient {
    private final StoraApi api;

    StoraDealsClient(StoraApi api) {
        this.api = api;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new StoraDealsClient(api.during(scope));
    }

    @Override
    public Deal create(NewDeal deal) {
        return StoraMapper.toDeal(api.createDeal(requests().create(deal)));
    }

    @Override
    public Deal get(String dealId) {
        return StoraMapper.toDeal(api.showDeal(dealId));
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        return StoraMapper.toDeal(api.updateDeal(dealId, requests().update(update)));
    }

    /**
     * Not documented, and so offered only under {@code deals.allow-unverified}: the answer has to show that it worked.
     */
    @Override
    public Deal move(String dealId, Move move) {
        String stageId = requests().stageId(move.stage());
        StoraDeal deal =
                api.updateDeal(dealId, StoraDealUpdate.builder().stage(stageId).build());
        if (deal.stage().flatMap(StoraDealStage::id).filter(stageId::equals).isEmpty()) {
            FieldError ignored =
                    new FieldError("stage", "Stora answered with success, but the deal is not in " + stageId);
            throw new InvalidRequestException(
                    "an update does not change the stage of this deal",
                    List.of(ignored),
                    api.scope().call().attempts(1).outcome(Outcome.REJECTED).build(),
                    null);
        }
        return StoraMapper.toDeal(deal);
    }

    @Override
    public Deal win(String dealId, Win win) {
        return StoraMapper.toDeal(api.winDeal(dealId));
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        return StoraMapper.toDeal(api.loseDeal(dealId, loss.reason().orElseThrow()));
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        return StoraMapper.toDeal(api.reopenDeal(dealId, requests().reopen(reopen)));
    }

    @Override
    public Page<Deal> list(DealQuery query) {
        StoraPageCursor place = requests().place(query);
        return StoraMapper.toPage(api.listDeals(Optional.of(place.page()), Optional.of(place.limit())), place);
    }

    /** All of them in pipeline order, which is not Stora's default. */
    @Override
    public List<Stage> stages() {
        Map<String, Stage> stages = new LinkedHashMap<>();
        Optional<StoraPageCursor> place = Optional.of(new StoraPageCursor(1, StoraCapabilities.MAX_LIMIT));
        while (place.isPresent()) {
            StoraStagePage page = api.listDealStages(StoraStageQuery.inPipelineOrder(
                    place.get().page(), place.get().limit()));
            int before = stages.size();
            page.stages().forEach(stage -> stages.putIfAbsent(stage.id(), StoraMapper.toStage(stage)));
            // A page without anything new is the last one, whatever it says.
            place = stages.size() == before
                    ? Optional.empty()
                    : place.get().after(page.pagination(), page.stages().size());
        }
        return List.copyOf(stages.values());
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(api.with(options));
    }

    private StoraRequests requests() {
        return new StoraRequests(api.scope());
    }
}
