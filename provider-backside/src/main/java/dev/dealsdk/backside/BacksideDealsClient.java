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
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.Optional;

/** Neutral operation, to {@link BacksideApi}, through {@link BacksideMapper}. */
final class BacksideDealsClient implements ProviderClient {
    private final BacksideApi api;
    private final BacksideStages stages;

    BacksideDealsClient(BacksideApi api, BacksideStages stages) {
        this.api = api;
        this.stages = stages;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new BacksideDealsClient(api.during(scope), stages);
    }

    @Override
    public Deal get(String dealId) {
        return BacksideMapper.toDeal(api.getDeal(dealId), stages);
    }

    @Override
    public Deal move(String dealId, Move move) {
        return move(dealId, requests().stageId(move.stage()));
    }

    @Override
    public Deal win(String dealId, Win win) {
        return move(dealId, stages.idOf(DealStatus.WON));
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        return move(dealId, stages.idOf(DealStatus.LOST));
    }

    @Override
    public Deal reopen(String dealId, Reopen reopen) {
        return move(
                dealId,
                reopen.stage().map(stage -> requests().stageId(stage)).orElseGet(() -> stages.idOf(DealStatus.OPEN)));
    }

    @Override
    public Page<Deal> list(DealQuery query) {
        return BacksideMapper.toPage(api.listDeals(requests().query(query)), stages);
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(api.with(options));
    }

    private Deal move(String dealId, String stageId) {
        return BacksideMapper.toDeal(api.moveDeal(dealId, stageId), stages);
    }

    private BacksideRequests requests() {
        return new BacksideRequests(api.scope());
    }
}
