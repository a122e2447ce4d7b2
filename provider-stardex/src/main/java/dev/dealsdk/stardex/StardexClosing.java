package dev.dealsdk.stardex;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.StageKind;
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
     * The ids. Nothing is sent for what is an id already; names are looked up among the statuses of the account, before the
     * call itself, so that a wrong one cannot spoil the response to a write.
     */
    StardexStatusIds ids(CallScope call) {
        StardexStatusIds ids = known;
        if (ids == null) {
            ids = new StardexStatusIds(id(won, call), id(lost, call), id(open, call));
            known = ids;
        }
        return ids;
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

    private static Optional<String> id(Optional<String> stage, CallScope call) {
        return stage.map(text -> StardexIds.isShaped(text) ? text : call.stageId(text));
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
