package dev.dealsdk.backside;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of the stages of won, lost and open deals, as far as the configuration names them.
 *
 * <p>Found when connecting, so that a wrong one is told at once: Backside documents no call that lists stages, so what is no
 * alias must be an id.
 */
final class BacksideStages {
    private final Map<DealStatus, String> idByStatus;

    private BacksideStages(Map<DealStatus, String> idByStatus) {
        this.idByStatus = Collections.unmodifiableMap(idByStatus);
    }

    /**
     * The stages that the configuration names.
     *
     * @throws ConfigurationException if one is neither an id nor an alias of an id, or stands for two outcomes
     */
    static BacksideStages of(DealsConfig config) {
        Map<DealStatus, String> ids = new EnumMap<>(DealStatus.class);
        List<String> faults = new ArrayList<>();
        for (DealStatus status : List.of(DealStatus.WON, DealStatus.LOST, DealStatus.OPEN)) {
            named(status, config).ifPresent(stage -> {
                String id = config.stages().getOrDefault(stage, stage);
                if (!BacksideIds.isUuid(id)) {
                    faults.add(
                            key(status) + ": \"" + id + "\" " + BacksideIds.FAULT + "; Backside documents no call that"
                                    + " finds a stage by its name, so write its id, or an alias deals.stages.NAME of it");
                }
                ids.forEach((other, taken) -> {
                    if (taken.equalsIgnoreCase(id)) {
                        faults.add(
                                key(status) + ": is the stage of " + key(other) + " too, so that a deal's status could"
                                        + " not be told from its stage; name another one");
                    }
                });
                ids.put(status, id);
            });
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
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
