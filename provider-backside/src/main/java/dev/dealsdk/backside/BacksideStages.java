package dev.dealsdk.backside;

import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of the stages of won, lost and open deals, as far as the configuration names them.
 *
 * <p>Backside documents no call that lists stages, so what is no alias is an id.
 */
final class BacksideStages {
    private final Map<DealStatus, String> idByStatus;

    private BacksideStages(Map<DealStatus, String> idByStatus) {
        this.idByStatus = Collections.unmodifiableMap(idByStatus);
    }

    /** The stages that the configuration names; connecting has refused what is no id, and one stage for two outcomes. */
    static BacksideStages of(DealsConfig config) {
        Map<DealStatus, String> ids = new EnumMap<>(DealStatus.class);
        for (DealStatus status : List.of(DealStatus.WON, DealStatus.LOST, DealStatus.OPEN)) {
            named(status, config)
                    .ifPresent(stage -> ids.put(status, config.stages().getOrDefault(stage, stage)));
        }
        return new BacksideStages(ids);
    }

    /** The stage that deals of this status are moved to; claimed only where the configuration names one. */
    String idOf(DealStatus status) {
        return Optional.ofNullable(idByStatus.get(status))
                .orElseThrow(() -> new IllegalStateException("used without " + key(status)));
    }

    /** The status of a deal in this stage; of all other stages nothing tells. */
    DealStatus statusIn(String stageId) {
        return idByStatus.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(stageId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(DealStatus.UNKNOWN);
    }

    private static Optional<String> named(DealStatus status, DealsConfig config) {
        return switch (status) {
            case WON -> config.wonStage();
            case LOST -> config.lostStage();
            case OPEN -> config.openStage();
            case UNKNOWN -> Optional.empty();
        };
    }

    private static String key(DealStatus status) {
        return switch (status) {
            case WON -> "deals.won-stage";
            case LOST -> "deals.lost-stage";
            case OPEN, UNKNOWN -> "deals.open-stage";
        };
    }
}
