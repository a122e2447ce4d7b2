package dev.dealsdk.transfer;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of the target, by alias, name and id. Immutable. */
final class TargetStages {
    private final Map<String, String> aliases;
    private final List<Stage> stages;

    private TargetStages(Map<String, String> aliases, List<Stage> stages) {
        this.aliases = aliases;
        this.stages = stages;
    }

    static TargetStages of(DealsConfig config, DealsClient client) {
        return new TargetStages(
                config.stages(), client.capabilities().supports(Operation.LIST_STAGES) ? client.stages() : List.of());
    }

    boolean hasName(String name) {
        return byName(name).isPresent();
    }

    /** The id of a stage by alias, name or id; an unknown text is taken as an id. */
    String idOf(String aliasNameOrId) {
        String text = aliases.getOrDefault(aliasNameOrId, aliasNameOrId);
        if (stages.stream().anyMatch(stage -> stage.id().equals(text))) {
            return text;
        }
        return byName(text).orElse(text);
    }

    String idOf(StageRef stage) {
        return stage.stageId().orElseGet(() -> idOf(stage.aliasOrName().orElseThrow()));
    }

    /** Whether the stage exists, if the target can list its stages. */
    boolean isKnown(String aliasNameOrId) {
        String id = idOf(aliasNameOrId);
        return stages.isEmpty() || stages.stream().anyMatch(stage -> stage.id().equals(id));
    }

    List<Stage> all() {
        return stages;
    }

    private Optional<String> byName(String name) {
        List<String> ids = stages.stream()
                .filter(stage -> stage.name().strip().equalsIgnoreCase(name.strip()))
                .map(Stage::id)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }
}
