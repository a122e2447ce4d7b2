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
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Neutral operation, to {@link StoraCalls}, through {@link StoraMapper}. */
final class StoraDealsClient implements ProviderClient {
    private final StoraCalls calls;

    StoraDealsClient(StoraCalls calls) {
        this.calls = calls;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new StoraDealsClient(calls.during(scope));
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        return calls.createDeal(requests().create(deal)).map(StoraMapper::toDeal);
    }

    @Override
    public Call<Deal> get(String dealId) {
        return calls.showDeal(dealId).map(StoraMapper::toDeal);
    }

    @Override
    public Call<Deal> update(String dealId, DealUpdate update) {
        return calls.updateDeal(dealId, requests().update(update)).map(StoraMapper::toDeal);
    }

    /**
     * Not documented, and so offered only under {@code deals.allow-unverified}: the answer has to show that it worked.
     */
    @Override
    public Call<Deal> move(String dealId, Move move) {
        String stageId = requests().stageId(move.stage());
        return calls.updateDeal(dealId, StoraDealUpdate.builder().stage(stageId).build())
                .map(deal -> StoraMapper.toDeal(moved(deal, stageId)));
    }

    private StoraDeal moved(StoraDeal deal, String stageId) {
        if (deal.stage().flatMap(StoraDealStage::id).filter(stageId::equals).isEmpty()) {
            FieldError ignored =
                    new FieldError("stage", "Stora answered with success, but the deal is not in " + stageId);
            throw new InvalidRequestException(
                    "an update does not change the stage of this deal",
                    List.of(ignored),
                    calls.scope().call().attempts(1).outcome(Outcome.REJECTED).build(),
                    null);
        }
        return deal;
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return calls.winDeal(dealId).map(StoraMapper::toDeal);
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return calls.loseDeal(dealId, loss.reason().orElseThrow()).map(StoraMapper::toDeal);
    }

    @Override
    public Call<Deal> reopen(String dealId, Reopen reopen) {
        return calls.reopenDeal(dealId, requests().reopen(reopen)).map(StoraMapper::toDeal);
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        StoraPageCursor place = requests().place(query);
        return calls.listDeals(Optional.of(place.page()), Optional.of(place.limit()))
                .map(page -> StoraMapper.toPage(page, place));
    }

    /** All of them in pipeline order, which is not Stora's default. */
    @Override
    public Call<List<Stage>> stages() {
        return Call.from(LinkedHashMap<String, Stage>::new)
                .then(stages -> stages(new StoraPageCursor(1, StoraCapabilities.MAX_LIMIT), stages));
    }

    private Call<List<Stage>> stages(StoraPageCursor place, Map<String, Stage> stages) {
        return calls.listDealStages(StoraStageQuery.inPipelineOrder(place.page(), place.limit()))
                .then(page -> {
                    int before = stages.size();
                    page.stages().forEach(stage -> stages.putIfAbsent(stage.id(), StoraMapper.toStage(stage)));
                    Optional<StoraPageCursor> next =
                            place.after(page.pagination(), page.stages().size());
                    // A page without anything new is the last one, whatever it says.
                    return next.isEmpty() || stages.size() == before
                            ? Call.of(List.copyOf(stages.values()))
                            : stages(next.get(), stages);
                });
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(new StoraApi(calls.with(options)));
    }

    private StoraRequests requests() {
        return new StoraRequests(calls.scope());
    }
}
