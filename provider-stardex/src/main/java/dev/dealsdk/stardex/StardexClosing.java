package dev.dealsdk.stardex;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.StageKind;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deals.won-stage}, {@code deals.lost-stage} and {@code deals.open-stage} mean, found out once. Thread-safe: at
 * worst it is found out twice.
 */
final class StardexClosing {
    private final Map<String, String> aliases;
    private final Optional<String> won;
    private final Optional<String> lost;
    private final Optional<String> open;
    private volatile @Nullable StardexStatusIds known;

    StardexClosing(DealsConfig config) {
        this.aliases = config.stages();
        this.won = config.wonStage().map(this::target);
        this.lost = config.lostStage().map(this::target);
        this.open = config.openStage().map(this::target);
    }

    /**
     * A call that gives the ids. Nothing is sent for what is an id already; names are looked up among the statuses of the
     * account, before the call itself, so that a wrong one cannot spoil the answer to a write.
     */
    Call<StardexStatusIds> ids(CallScope scope) {
        StardexStatusIds ids = known;
        return ids == null ? found(scope) : Call.of(ids);
    }

    private Call<StardexStatusIds> found(CallScope scope) {
        return id(won, scope)
                .then(wonId -> id(lost, scope)
                        .then(lostId -> id(open, scope).map(openId -> new StardexStatusIds(wonId, lostId, openId))))
                .map(ids -> {
                    known = ids;
                    return ids;
                });
    }

    /** What the configuration says of one of the account's statuses; by itself it says nothing. */
    StageKind kindOf(StardexStatus status) {
        if (names(won, status)) {
            return StageKind.WON;
        }
        if (names(lost, status)) {
            return StageKind.LOST;
        }
        return names(open, status) ? StageKind.OPEN : StageKind.UNKNOWN;
    }

    private String target(String stage) {
        return aliases.getOrDefault(stage, stage);
    }

    private static Call<Optional<String>> id(Optional<String> stage, CallScope scope) {
        return stage.isEmpty() || StardexIds.isShaped(stage.get())
                ? Call.of(stage)
                : scope.stageId(stage.get()).map(Optional::of);
    }

    private static boolean names(Optional<String> stage, StardexStatus status) {
        return stage.filter(text -> text.equals(status.id())
                        || status.name()
                                .map(String::strip)
                                .filter(text.strip()::equalsIgnoreCase)
                                .isPresent())
                .isPresent();
    }
}
