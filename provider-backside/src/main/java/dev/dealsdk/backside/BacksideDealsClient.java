package dev.dealsdk.backside;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
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
    private final boolean unverified;

    /** @param unverified whether what is inferred counts, such as that {@code deleted_at} marks a deal as gone */
    BacksideDealsClient(HttpTransport http, ClosingStages stages, boolean unverified) {
        this.http = http;
        this.stages = stages;
        this.unverified = unverified;
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        return BacksideMapper.toDeal(within(call).createDeal(requests(call).create(deal)), stages);
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        BacksideDeal deal = within(call).getDeal(dealId);
        return BacksideMapper.toDeal(unverified ? present(deal, call) : deal, stages);
    }

    /** Reads the deal first, so that the PUT is right whether Backside merges or replaces. */
    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        BacksideRequests requests = requests(call);
        BacksideDealFields changes = requests.changes(update);
        BacksideDeal read = present(within(call).getDeal(dealId), call);
        BacksideDeal updated = within(call).updateDeal(dealId, requests.changed(read, changes));
        requests.requireTaken(changes, updated);
        return BacksideMapper.toDeal(updated, stages);
    }

    @Override
    public void delete(CallScope call, String dealId) {
        within(call).deleteDeal(dealId);
    }

    private static BacksideDeal present(BacksideDeal deal, CallScope call) {
        if (deal.deletedAt().isPresent()) {
            throw call.notFound();
        }
        return deal;
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
