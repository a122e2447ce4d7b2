package dev.dealsdk.internal.stages;

import dev.dealsdk.Deal;
import dev.dealsdk.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Gives the program's own names of stages back: what {@code deals.stages.NAME} says, read the other way round. */
public final class StageAliases {
    private final Map<String, String> targetByAlias;
    private final Supplier<List<Stage>> known;

    /**
     * Aliases in the order in which they are preferred.
     *
     * @param known the account's stages as far as they are known; empty when they are not
     */
    public StageAliases(Map<String, String> targetByAlias, Supplier<List<Stage>> known) {
        this.targetByAlias = targetByAlias;
        this.known = known;
    }

    /** Whether there are none, so that nothing is to be translated. */
    public boolean isEmpty() {
        return targetByAlias.isEmpty();
    }

    /** The deal with the alias of its stage, if there is one. */
    public Deal toCaller(Deal deal) {
        if (targetByAlias.isEmpty() || deal.stageId().isEmpty()) {
            return deal;
        }
        return alias(deal.stageId().get(), deal.stageName())
                .map(alias -> Deal.builder().from(deal).stageAlias(alias).build())
                .orElse(deal);
    }

    /** The stages with their aliases. */
    public List<Stage> toCaller(List<Stage> stages) {
        if (targetByAlias.isEmpty()) {
            return stages;
        }
        return stages.stream()
                .map(stage -> firstAlias(target -> isOnly(stage.id(), target, stages))
                        .map(alias -> Stage.builder().from(stage).alias(alias).build())
                        .orElse(stage))
                .toList();
    }

    private Optional<String> alias(String id, Optional<String> name) {
        List<Stage> stages = known.get();
        // A stage that was made or renamed since is judged by what the deal itself says of it.
        boolean isKnown = stages.stream().anyMatch(stage -> stage.id().equals(id));
        return firstAlias(target -> isKnown
                ? isOnly(id, target, stages)
                : target.equals(id)
                        || name.filter(text -> ConfiguredStages.isNamed(text, target))
                                .isPresent());
    }

    private static boolean isOnly(String id, String target, List<Stage> stages) {
        return ConfiguredStages.idsOf(target, stages).equals(List.of(id));
    }

    private Optional<String> firstAlias(Predicate<String> meansTheStage) {
        return targetByAlias.entrySet().stream()
                .filter(entry -> meansTheStage.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
