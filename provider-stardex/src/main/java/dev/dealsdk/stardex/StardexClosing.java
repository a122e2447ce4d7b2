package dev.dealsdk.stardex;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.StageKind;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ClosingStages;
import org.jspecify.annotations.Nullable;

/** What the configuration says of the stages of closed deals, found out once. Thread-safe: at worst it is found out twice. */
final class StardexClosing {
    private final ClosingStages named;
    private volatile @Nullable ClosingStages known;

    StardexClosing(DealsConfig config) {
        this.named = ClosingStages.of(config);
    }

    /**
     * The stages by id. Nothing is sent for what is an id already; names are looked up among the statuses of the account,
     * before the call itself, so that a wrong one cannot spoil the response to a write.
     */
    ClosingStages ids(CallScope call) {
        ClosingStages ids = known;
        if (ids == null) {
            ids = named.map(stage -> StardexIds.UUID.matches(stage) ? stage : call.stageId(stage));
            known = ids;
        }
        return ids;
    }

    /** What the configuration says of one of the account's statuses; by itself it says nothing. */
    StageKind kindOf(StardexStatus status) {
        return named.kindOf(status.id(), status.name());
    }
}
