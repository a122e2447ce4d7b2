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
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Neutral operation, to {@link Play2SellCalls}, through {@link Play2SellMapper}. */
final class Play2SellDealsClient implements ProviderClient {
    private final Play2SellCalls calls;

    Play2SellDealsClient(Play2SellCalls calls) {
        this.calls = calls;
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new Play2SellDealsClient(calls.during(scope));
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        return calls.createDeal(requests().create(deal)).map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<Deal> get(String dealId) {
        return calls.getDeal(dealId).map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<Deal> update(String dealId, DealUpdate update) {
        return calls.updateDeal(dealId, requests().update(update)).map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<@Nullable Void> delete(String dealId) {
        return calls.deleteDeal(dealId);
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return calls.moveDeal(dealId, requests().stageId(move.stage()), move.note())
                .map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return calls.closeDeal(dealId, Play2SellRequests.close(win)).map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return calls.closeDeal(dealId, Play2SellRequests.close(loss)).map(Play2SellMapper::toDeal);
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        Play2SellDealQuery asked = requests().query(query);
        return calls.listDeals(asked).map(page -> Play2SellMapper.toPage(page, asked));
    }

    @Override
    public Call<List<Stage>> stages() {
        return calls.listStages()
                .map(stages -> stages.stream().map(Play2SellMapper::toStage).toList());
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        if (options.idempotencyKey().isPresent()) {
            throw calls.scope()
                    .unsupported(
                            "idempotencyKey is not supported: Play2Sell documents none [docs: sales]; leave it out");
        }
        return Optional.of(new Play2SellApi(calls.with(options)));
    }

    private Play2SellRequests requests() {
        return new Play2SellRequests(calls.scope());
    }
}
