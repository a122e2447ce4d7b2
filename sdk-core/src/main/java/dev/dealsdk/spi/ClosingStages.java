package dev.dealsdk.spi;

import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.StageKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The stages of {@code deals.won-stage}, {@code deals.lost-stage} and {@code deals.open-stage}, for vendors without a
 * status. For such vendors, a deal is won, lost or reopened by moving it. This class determines the target stage of
 * such a transition, and the status of a deal from its stage. Immutable.
 */
public final class ClosingStages {
    private static final List<DealStatus> STATUSES = List.of(DealStatus.WON, DealStatus.LOST, DealStatus.OPEN);

    private final Map<DealStatus, List<String>> stages;
    private final DealStatus other;

    private ClosingStages(Map<DealStatus, List<String>> stages, DealStatus other) {
        this.stages = stages;
        this.other = other;
    }

    /**
     * {@return the stages that a configuration names, with aliases resolved}
     *
     * @param config a configuration; may name no stages
     */
    public static ClosingStages of(DealsConfig config) {
        Map<DealStatus, List<String>> named = new EnumMap<>(DealStatus.class);
        named.put(DealStatus.WON, config.wonStages());
        named.put(DealStatus.LOST, config.lostStages());
        named.put(DealStatus.OPEN, config.openStage().map(List::of).orElse(List.of()));
        boolean knowsClosed =
                !config.wonStages().isEmpty() && !config.lostStages().isEmpty();
        DealStatus other = knowsClosed && config.otherStagesAreOpen() ? DealStatus.OPEN : DealStatus.UNKNOWN;
        return new ClosingStages(named, other).map(stage -> config.stages().getOrDefault(stage, stage));
    }

    /**
     * {@return the same stages under other names, for example ids instead of names}
     *
     * @param change the function that is applied to each stage
     */
    public ClosingStages map(UnaryOperator<String> change) {
        Map<DealStatus, List<String>> changed = new EnumMap<>(DealStatus.class);
        stages.forEach((status, named) ->
                changed.put(status, named.stream().map(change).toList()));
        return new ClosingStages(changed, other);
    }

    /**
     * {@return the stage to which a deal is moved to reach a status; empty if the configuration names none}
     *
     * @param status {@code WON}, {@code LOST} or {@code OPEN}
     */
    public Optional<String> target(DealStatus status) {
        return stages.getOrDefault(status, List.of()).stream().findFirst();
    }

    /** {@return the stages of won deals followed by the stages of lost deals} */
    public List<String> closed() {
        List<String> closed = new ArrayList<>(stages.getOrDefault(DealStatus.WON, List.of()));
        closed.addAll(stages.getOrDefault(DealStatus.LOST, List.of()));
        return closed;
    }

    /**
     * {@return the status of a deal} In a stage that the configuration does not name, the status is {@code OPEN} if the
     * configuration names both won and lost stages and {@code deals.other-stages} allows it, and otherwise {@code
     * UNKNOWN}.
     *
     * @param stageId the current stage of the deal, as the vendor sends it; compared case-insensitively
     */
    public DealStatus statusOf(Optional<String> stageId) {
        return stageId.map(stage -> named(stage).orElse(other)).orElse(DealStatus.UNKNOWN);
    }

    private Optional<DealStatus> named(String stage) {
        for (DealStatus status : STATUSES) {
            for (String named : stages.getOrDefault(status, List.of())) {
                if (named.strip().equalsIgnoreCase(stage.strip())) {
                    return Optional.of(status);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the kind of a stage, by the rules of {@link #statusOf}}
     *
     * @param id the id of the stage
     * @param name the name of the stage; also compared, because the configuration may contain names
     */
    public StageKind kindOf(String id, Optional<String> name) {
        DealStatus status = named(id).or(() -> name.flatMap(this::named)).orElse(other);
        return StageKind.valueOf(status.name());
    }
}
