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
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Each call arrives checked against the capabilities, so that what is left to do is the work itself. */
final class MemoryDealsClient implements ProviderClient {
    private static final List<Stage> STAGES = List.of(stage("lead"), stage("offer"));

    private final Account account;

    MemoryDealsClient(Account account) {
        this.account = account;
    }

    /** What all calls share. */
    static final class Account {
        private final NavigableMap<String, Deal> deals = new ConcurrentSkipListMap<>();
        private final AtomicInteger serial = new AtomicInteger();
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        Deal.Builder made = at(call, deal.stage().orElse(StageRef.id("lead")), Deal.builder())
                .provider(MemoryProvider.ID)
                .status(DealStatus.OPEN)
                .name(deal.name())
                .value(deal.value())
                .tags(deal.tags());
        Deal created = made.id(String.format(Locale.ROOT, "deal-%06d", account.serial.incrementAndGet()))
                .build();
        account.deals.put(created.id(), created);
        return created;
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return found(call, account.deals.get(dealId));
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return change(call, dealId, deal -> {
            update.name().ifPresent(deal::name);
            update.value().ifPresent(deal::value);
            update.tags().ifPresent(deal::tags);
            return update.cleared().isEmpty() ? deal : deal.tags(List.of());
        });
    }

    @Override
    public void delete(CallScope call, String dealId) {
        Deal unused = found(call, account.deals.remove(dealId));
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return change(call, dealId, deal -> at(call, move.stage(), deal));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return change(call, dealId, deal -> deal.status(DealStatus.WON));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return change(call, dealId, deal -> deal.status(DealStatus.LOST).lostReason(loss.reason()));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        return change(call, dealId, deal -> deal.status(DealStatus.OPEN).lostReason(Optional.empty()));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        return page(query);
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
    public List<Stage> stages(CallScope call) {
        return STAGES;
    }

    private Deal change(CallScope call, String dealId, UnaryOperator<Deal.Builder> change) {
        return found(
                call,
                account.deals.computeIfPresent(
                        dealId,
                        (id, deal) -> change.apply(Deal.builder().from(deal)).build()));
    }

    private static Deal found(CallScope call, @Nullable Deal deal) {
        if (deal == null) {
            throw new DealNotFoundException(
                    "there is no such deal",
                    call.call().outcome(Outcome.REJECTED).build(),
                    null);
        }
        return deal;
    }

    /** Names have been looked up by now, but an id comes as the caller wrote it. */
    private static Deal.Builder at(CallScope call, StageRef stage, Deal.Builder deal) {
        String id = stage.stageId().orElseThrow();
        if (STAGES.stream().noneMatch(known -> known.id().equals(id))) {
            throw call.invalid("stage", "is neither lead nor offer");
        }
        return deal.stageId(id).stageName(id);
    }

    private static Stage stage(String name) {
        return Stage.builder().id(name).name(name).kind(StageKind.OPEN).build();
    }
}
