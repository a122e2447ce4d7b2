package dev.dealsdk.play2sell;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;

/** Neutral operation, to {@link Play2SellApi}, through {@link Play2SellMapper}. */
final class Play2SellDealsClient implements ProviderClient {
    private final Play2SellApi api;

    Play2SellDealsClient(Play2SellApi api) {
        this.api = api;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new Play2SellDealsClient(api.during(scope));
    }

    @Override
    public Deal create(NewDeal deal) {
        return Play2SellMapper.toDeal(api.createDeal(requests().create(deal)));
    }

    @Override
    public Deal get(String dealId) {
        return Play2SellMapper.toDeal(api.getDeal(dealId));
    }

    @Override
    public Deal update(String dealId, DealUpdate update) {
        return Play2SellMapper.toDeal(api.updateDeal(dealId, requests().update(update)));
    }

    @Override
    public void delete(String dealId) {
        api.deleteDeal(dealId);
    }

    @Override
    public Deal move(String dealId, Move move) {
        return Play2SellMapper.toDeal(api.moveDeal(dealId, requests().stageId(move.stage()), move.note()));
    }

    @Override
    public Deal win(String dealId, Win win) {
        return Play2SellMapper.toDeal(api.closeDeal(dealId, Play2SellRequests.close(win)));
    }

    @Override
    public Deal lose(String dealId, Loss loss) {
        return Play2SellMapper.toDeal(api.closeDeal(dealId, Play2SellRequests.close(loss)));
    }

    @Override
    public Page<Deal> list(DealQuery query) {
        Play2SellDealQuery asked = requests().query(query);
        return Play2SellMapper.toPage(api.listDeals(asked), asked);
    }

    @Override
    public List<Stage> stages() {
        return api.listStages().stream().map(Play2SellMapper::toStage).toList();
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        if (options.idempotencyKey().isPresent()) {
            throw api.scope()
                    .unsupported(
                            "idempotencyKey is not supported: Play2Sell documents none [docs: sales]; leave it out");
        }
        return Optional.of(api.with(options));
    }

    private Play2SellRequests requests() {
        return new Play2SellRequests(api.scope());
    }
}
