package dev.dealsdk.play2sell;

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
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;

/** Neutral operation, to {@link Play2SellApi}, through {@link Play2SellMapper}. */
final class Play2SellDealsClient implements ProviderClient {
    private final HttpTransport http;

    Play2SellDealsClient(HttpTransport http) {
        this.http = http;
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        return Play2SellMapper.toDeal(within(call).createDeal(requests(call).create(deal)));
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return Play2SellMapper.toDeal(within(call).getDeal(dealId));
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return Play2SellMapper.toDeal(
                within(call).updateDeal(dealId, requests(call).update(update)));
    }

    @Override
    public void delete(CallScope call, String dealId) {
        within(call).deleteDeal(dealId);
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        String stageId = requests(call).stageId(move.stage());
        return Play2SellMapper.toDeal(within(call).moveDeal(dealId, stageId, move.note()));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return Play2SellMapper.toDeal(within(call).closeDeal(dealId, Play2SellRequests.close(win)));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return Play2SellMapper.toDeal(within(call).closeDeal(dealId, Play2SellRequests.close(loss)));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        Play2SellDealQuery asked = requests(call).query(query);
        return Play2SellMapper.toPage(within(call).listDeals(asked), asked);
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return Optional.of(requests(call).place(query).pageAfter().token());
    }

    @Override
    public List<Stage> stages(CallScope call) {
        return within(call).listStages().stream().map(Play2SellMapper::toStage).toList();
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        if (calls.options().idempotencyKey().isPresent()) {
            throw calls.unsupported(
                    "idempotencyKey is not supported: Play2Sell documents none [docs: sales]; leave it out");
        }
        return Optional.of(within(calls));
    }

    private Play2SellApi within(CallScope call) {
        return new Play2SellApi(http, call);
    }

    private static Play2SellRequests requests(CallScope call) {
        return new Play2SellRequests(call);
    }
}
