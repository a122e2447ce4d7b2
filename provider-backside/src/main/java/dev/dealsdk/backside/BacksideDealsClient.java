package dev.dealsdk.backside;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderClient;
import java.util.Optional;

/** Neutral operation, to {@link BacksideApi}, through {@link BacksideMapper}. */
final class BacksideDealsClient implements ProviderClient {
    private final HttpTransport http;
    private final ClosingStages stages;

    BacksideDealsClient(HttpTransport http, ClosingStages stages) {
        this.http = http;
        this.stages = stages;
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return BacksideMapper.toDeal(within(call).getDeal(dealId), stages);
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return move(call, dealId, requests(call).stageId(move.stage()));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return move(call, dealId, target(DealStatus.WON));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return move(call, dealId, target(DealStatus.LOST));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        return move(
                call,
                dealId,
                reopen.stage().map(stage -> requests(call).stageId(stage)).orElseGet(() -> target(DealStatus.OPEN)));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        return BacksideMapper.toPage(within(call).listDeals(requests(call).query(query)), stages);
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return Optional.of(within(calls));
    }

    private Deal move(CallScope call, String dealId, String stageId) {
        return BacksideMapper.toDeal(within(call).moveDeal(dealId, stageId), stages);
    }

    /** Claimed only where the configuration names such a stage. */
    private String target(DealStatus status) {
        return stages.target(status).orElseThrow();
    }

    private BacksideApi within(CallScope call) {
        return new BacksideApi(http, call);
    }

    private static BacksideRequests requests(CallScope call) {
        return new BacksideRequests(call);
    }
}
