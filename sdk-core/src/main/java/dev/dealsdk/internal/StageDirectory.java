package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns the names of stages into ids. The account's stages are read when a name is first met and again when one is not
 * among them; in between they are remembered. Thread-safe.
 */
final class StageDirectory {
    private final Map<String, String> aliases;
    private final Capabilities capabilities;
    private volatile List<Stage> known = List.of();

    StageDirectory(Map<String, String> aliases, Capabilities capabilities) {
        this.aliases = Map.copyOf(aliases);
        this.capabilities = capabilities;
    }

    /**
     * The same stage by its id.
     *
     * @throws dev.dealsdk.InvalidRequestException if no stage, or more than one, has that name
     */
    StageRef resolve(StageRef stage, ProviderClient client, CallScope scope) {
        return stage.aliasOrName()
                .map(name -> StageRef.id(idOf(name, client, scope)))
                .orElse(stage);
    }

    /**
     * The id of a stage that the configuration names. Where stages cannot be listed, what is no alias is taken for an id.
     *
     * @throws dev.dealsdk.InvalidRequestException if no stage, or more than one, has that name
     */
    String configured(String aliasOrIdOrName, ProviderClient client, CallScope scope) {
        return capabilities.supports(Operation.LIST_STAGES)
                ? idOf(aliasOrIdOrName, client, scope)
                : aliases.getOrDefault(aliasOrIdOrName, aliasOrIdOrName);
    }

    private String idOf(String name, ProviderClient client, CallScope scope) {
        String target = aliases.getOrDefault(name, name);
        if (!capabilities.supports(Operation.LIST_STAGES)) {
            if (aliases.containsKey(name)) {
                return target;
            }
            throw scope.invalid(
                    "stage",
                    "\"" + name + "\" cannot be looked up, since " + capabilities.explain(Operation.LIST_STAGES)
                            + "; use StageRef.id, or set deals.stages." + name + " to the stage's id" + knownAliases());
        }
        return find(target, scope)
                .or(() -> {
                    known = List.copyOf(client.stages());
                    return find(target, scope);
                })
                .orElseThrow(() -> scope.invalid("stage", unknown(name, target)));
    }

    private Optional<String> find(String target, CallScope scope) {
        List<Stage> stages = known;
        Optional<String> byId =
                ids(stages, stage -> stage.id().equals(target)).stream().findFirst();
        if (byId.isPresent()) {
            return byId;
        }
        List<String> byName = ids(stages, stage -> key(stage.name()).equals(key(target)));
        if (byName.size() > 1) {
            throw scope.invalid(
                    "stage",
                    "\"" + target + "\" is the name of " + byName.size() + " stages (ids " + String.join(", ", byName)
                            + "); use StageRef.id or an alias deals.stages.NAME");
        }
        return byName.stream().findFirst();
    }

    private String unknown(String name, String target) {
        String asked = name.equals(target) ? "\"" + name + "\"" : "\"" + target + "\" (deals.stages." + name + ")";
        String names = known.stream().map(stage -> "\"" + stage.name() + "\"").collect(Collectors.joining(", "));
        return "there is no stage " + asked + "; the account has " + (names.isEmpty() ? "none" : names)
                + knownAliases();
    }

    private String knownAliases() {
        return aliases.isEmpty()
                ? ""
                : "; aliases: " + aliases.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private static List<String> ids(List<Stage> stages, Predicate<Stage> condition) {
        return stages.stream().filter(condition).map(Stage::id).toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
