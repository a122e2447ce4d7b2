package dev.dealsdk.examples.memory;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One call: it arrives checked against the capabilities, so that what is left to do is the work itself. Each operation is a
 * {@link Call}, which is made in the caller's thread or without one.
 */
final class MemoryDealsClient implements ProviderClient {
    private static final List<Stage> STAGES = List.of(stage("lead"), stage("offer"));

    private final Account account;
    private final CallScope scope;

    MemoryDealsClient(Account account, CallScope scope) {
        this.account = account;
        this.scope = scope;
    }

    /** What all calls share. */
    static final class Account {
        private final NavigableMap<String, Deal> deals = new ConcurrentSkipListMap<>();
        private final AtomicInteger serial = new AtomicInteger();
    }

    @Override
    public ProviderClient during(CallScope other) {
        return new MemoryDealsClient(account, other);
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        Deal.Builder made = at(deal.stage().orElse(StageRef.id("lead")), Deal.builder())
                .provider(MemoryProvider.ID)
                .status(DealStatus.OPEN)
                .name(deal.name())
                .value(deal.value())
                .tags(deal.tags());
        return Call.from(() -> {
            Deal created = made.id(String.format("deal-%06d", account.serial.incrementAndGet()))
                    .build();
            account.deals.put(created.id(), created);
            return created;
        });
    }

    @Override
    public Call<Deal> get(String dealId) {
        return Call.from(() -> found(account.deals.get(dealId)));
    }

    @Override
    public Call<Deal> update(String dealId, DealUpdate update) {
        return change(dealId, deal -> {
            update.name().ifPresent(deal::name);
            update.value().ifPresent(deal::value);
            update.tags().ifPresent(deal::tags);
            return update.cleared().isEmpty() ? deal : deal.tags(List.of());
        });
    }

    @Override
    public Call<@Nullable Void> delete(String dealId) {
        return Call.from(() -> found(account.deals.remove(dealId))).map(deal -> null);
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return change(dealId, deal -> at(move.stage(), deal));
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return change(dealId, deal -> deal.status(DealStatus.WON));
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return change(dealId, deal -> deal.status(DealStatus.LOST).lostReason(loss.reason()));
    }

    @Override
    public Call<Deal> reopen(String dealId, Reopen reopen) {
        return change(dealId, deal -> deal.status(DealStatus.OPEN).lostReason(Optional.empty()));
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        return Call.from(() -> page(query));
    }

    /** The token is the id of the last deal delivered; callers see it wrapped. */
    private Page<Deal> page(DealQuery query) {
        int size = query.pageSize().orElse(MemoryProvider.MAX_PAGE_SIZE);
        List<Deal> rest = account.deals.tailMap(query.pageToken().orElse(""), false).values().stream()
                .filter(deal -> query.status().map(deal.status()::equals).orElse(true))
                .toList();
        List<Deal> items = rest.stream().limit(size).toList();
        return Page.<Deal>builder()
                .addAllItems(items)
                .nextPageToken(
                        rest.size() > size ? Optional.of(items.get(size - 1).id()) : Optional.empty())
                .build();
    }

    @Override
    public Call<List<Stage>> stages() {
        return Call.of(STAGES);
    }

    private Call<Deal> change(String dealId, UnaryOperator<Deal.Builder> change) {
        return Call.from(() -> found(account.deals.computeIfPresent(
                dealId, (id, deal) -> change.apply(Deal.builder().from(deal)).build())));
    }

    private Deal found(@Nullable Deal deal) {
        if (deal == null) {
            throw new DealNotFoundException(
                    "there is no such deal",
                    scope.call().outcome(Outcome.REJECTED).build(),
                    null);
        }
        return deal;
    }

    /** Names have been looked up by now, but an id comes as the caller wrote it. */
    private Deal.Builder at(StageRef stage, Deal.Builder deal) {
        String id = stage.stageId().orElseThrow();
        if (STAGES.stream().noneMatch(known -> known.id().equals(id))) {
            throw scope.invalid("stage", "is neither lead nor offer");
        }
        return deal.stageId(id).stageName(id);
    }

    private static Stage stage(String name) {
        return Stage.builder().id(name).name(name).kind(StageKind.OPEN).build();
    }
}
