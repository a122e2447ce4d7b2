package dev.dealsdk.backside;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.Optional;

/** Neutral operation, to {@link BacksideCalls}, through {@link BacksideMapper}. */
final class BacksideDealsClient implements ProviderClient {
    private final BacksideCalls calls;
    private final BacksideStages stages;

    BacksideDealsClient(BacksideCalls calls, BacksideStages stages) {
        this.calls = calls;
        this.stages = stages;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new BacksideDealsClient(calls.during(scope), stages);
    }

    @Override
    public Call<Deal> get(String dealId) {
        return calls.getDeal(dealId).map(deal -> BacksideMapper.toDeal(deal, stages));
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return move(dealId, requests().stageId(move.stage()));
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return move(dealId, stages.idOf(DealStatus.WON));
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return move(dealId, stages.idOf(DealStatus.LOST));
    }

    @Override
    public Call<Deal> reopen(String dealId, Reopen reopen) {
        return move(
                dealId,
                reopen.stage().map(stage -> requests().stageId(stage)).orElseGet(() -> stages.idOf(DealStatus.OPEN)));
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        return calls.listDeals(requests().query(query)).map(page -> BacksideMapper.toPage(page, stages));
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(new BacksideApi(calls.with(options)));
    }

    private Call<Deal> move(String dealId, String stageId) {
        return calls.moveDeal(dealId, stageId).map(deal -> BacksideMapper.toDeal(deal, stages));
    }

    private BacksideRequests requests() {
        return new BacksideRequests(calls.scope());
    }
}
