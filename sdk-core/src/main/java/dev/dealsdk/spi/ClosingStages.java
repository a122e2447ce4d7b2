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
 * The stages that {@code deals.won-stage}, {@code deals.lost-stage} and {@code deals.open-stage} name, for vendors without a
 * status, where a deal is won, lost or reopened by moving it. They tell where such a transition moves a deal, and what the
 * status of a deal is by the stage that it is in.
 *
 * <p>Immutable.
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
     * {@return the stages as the configuration names them, with aliases replaced by what they stand for}
     *
     * @param config may name none
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
     * {@return the same stages under other names, such as ids instead of names}
     *
     * @param change called for each stage
     */
    public ClosingStages map(UnaryOperator<String> change) {
        Map<DealStatus, List<String>> changed = new EnumMap<>(DealStatus.class);
        stages.forEach((status, named) ->
                changed.put(status, named.stream().map(change).toList()));
        return new ClosingStages(changed, other);
    }

    /**
     * {@return where a deal is moved to get a status; empty if the configuration names no such stage}
     *
     * @param status {@code WON}, {@code LOST} or {@code OPEN}
     */
    public Optional<String> target(DealStatus status) {
        return stages.getOrDefault(status, List.of()).stream().findFirst();
    }

    /** {@return the stages of won deals and those of lost ones, without duplicates of either} */
    public List<String> closed() {
        List<String> closed = new ArrayList<>(stages.getOrDefault(DealStatus.WON, List.of()));
        closed.addAll(stages.getOrDefault(DealStatus.LOST, List.of()));
        return closed;
    }

    /**
     * {@return the status of a deal; in a stage of which the configuration says nothing, {@code OPEN} if it names both won and
     * lost stages and {@code deals.other-stages} allows it, and else {@code UNKNOWN}}
     *
     * @param stageId the stage that the deal is in, as the vendor sends it; case does not count
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
     * {@return what deals in a stage are; as {@link #statusOf} says for one of which the configuration says nothing}
     *
     * @param id of the stage
     * @param name of the stage; counts as well, since the configuration may hold names
     */
    public StageKind kindOf(String id, Optional<String> name) {
        DealStatus status = named(id).or(() -> name.flatMap(this::named)).orElse(other);
        return StageKind.valueOf(status.name());
    }
}
